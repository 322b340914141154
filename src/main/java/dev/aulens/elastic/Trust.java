package dev.aulens.elastic;

import dev.aulens.Certificates;
import dev.aulens.Failure;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/** Which authorities may vouch for the server's certificate. Its host name is checked in any case. */
public sealed interface Trust permits Trust.Jvm, Trust.AuthorityFile, Trust.Pinned {

    /**
     * Returns what checks the server's certificate.
     *
     * @throws Failure if a file cannot be used
     */
    SSLContext context();

    /** Returns what to do about a certificate that no trusted authority vouches for, as the end of a sentence. */
    String wayOut();

    /** The authorities that come with the JVM. */
    record Jvm() implements Trust {

        @Override
        public SSLContext context() {
            return Certificates.context(Certificates.checkOfJvm());
        }

        @Override
        public String wayOut() {
            return "give its authority with --es-ca-cert FILE or ES_CA_CERT, or the authority's fingerprint with"
                    + " --es-ca-fingerprint or ES_CA_FINGERPRINT";
        }
    }

    /**
     * The authorities of a file, and no others.
     *
     * @param file with one or more certificates (PEM)
     */
    record AuthorityFile(Path file) implements Trust {

        @Override
        public SSLContext context() {
            return Certificates.context(Certificates.check(Certificates.read(file)));
        }

        @Override
        public String wayOut() {
            return "the authority in " + file + " did not sign it; correct --es-ca-cert or ES_CA_CERT";
        }
    }

    /** The authority, or the server's own certificate, that has a fingerprint. */
    record Pinned(Fingerprint fingerprint) implements Trust {

        @Override
        public SSLContext context() {
            return Certificates.context(new PinnedAuthority(fingerprint));
        }

        @Override
        public String wayOut() {
            return "no certificate that it sends has the fingerprint " + fingerprint + "; if you expected another,"
                    + " correct --es-ca-fingerprint or ES_CA_FINGERPRINT, else somebody may listen in";
        }
    }
}
