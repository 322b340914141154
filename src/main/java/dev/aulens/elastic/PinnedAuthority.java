package dev.aulens.elastic;

import dev.aulens.Certificates;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts the certificate that has a fingerprint, and what it has signed.
 *
 * <p>That it stands in the chain which the server sends is not enough: an authority's certificate is public, and anybody
 * could send it after his own. The chain has to lead to it, signature by signature.
 */
final class PinnedAuthority implements X509TrustManager {

    private final Fingerprint fingerprint;

    PinnedAuthority(Fingerprint fingerprint) {
        this.fingerprint = fingerprint;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
        for (X509Certificate certificate : chain) {
            if (fingerprint.isOf(certificate)) {
                Certificates.check(List.of(certificate)).checkServerTrusted(chain, keyType);
                return;
            }
        }
        throw new CertificateException("no certificate of the chain has the fingerprint");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
        throw new CertificateException("aulens is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
