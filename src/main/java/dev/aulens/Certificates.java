package dev.aulens;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Certificates of authorities, and TLS that trusts them and no others. All checks are the JVM's own. */
public final class Certificates {

    private Certificates() {}

    /**
     * Returns the certificates of a file, at least one.
     *
     * @param file in PEM
     * @throws Failure if it cannot be read, or holds none
     */
    public static List<Certificate> read(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            List<Certificate> all =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(pem));
            if (!all.isEmpty()) {
                return all;
            }
            throw new Failure("there is no certificate in " + file + "; give a PEM file");
        } catch (CertificateException e) {
            throw new Failure("there is no certificate in " + file + "; give a PEM file", e);
        } catch (IOException e) {
            throw new Failure(
                    "cannot read the CA certificate " + file + ": " + FileFault.reason(e) + "; give a PEM file", e);
        }
    }

    /** Returns the check of a server's chain of certificates (RFC 5280) against authorities. */
    public static X509TrustManager check(Collection<? extends Certificate> authorities) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            List<Certificate> all = new ArrayList<>(authorities);
            for (int i = 0; i < all.size(); i++) {
                store.setCertificateEntry("authority" + i, all.get(i));
            }
            return check(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JVM cannot check certificates", e);
        }
    }

    /** Returns the same check against the authorities that come with the JVM. */
    public static X509TrustManager checkOfJvm() {
        try {
            return check((KeyStore) null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot check certificates", e);
        }
    }

    private static X509TrustManager check(@Nullable KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    /** Returns TLS for clients with a check of servers. */
    public static SSLContext context(X509TrustManager check) {
        return with(check);
    }

    /** Returns TLS for clients that trust no server. */
    public static SSLContext trustingNobody() {
        return with();
    }

    private static SSLContext with(TrustManager... checks) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, checks, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }
}
