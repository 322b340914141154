package dev.aulens.elastic;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aulens.Certificates;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The authority has signed the server's certificate; the stranger's was signed by another one of the same name. */
class PinnedAuthorityTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/aulens/elastic");
    private static final X509Certificate AUTHORITY = read("authority");
    private static final X509Certificate SERVER = read("server");
    private static final X509Certificate STRANGER = read("stranger");

    @Test
    void trustsWhatTheAuthorityHasSigned() {
        assertThatCode(() -> check(AUTHORITY, SERVER, AUTHORITY)).doesNotThrowAnyException();
    }

    @Test
    void trustsTheServersOwnCertificate() {
        assertThatCode(() -> check(SERVER, SERVER)).doesNotThrowAnyException();
    }

    @Test
    void refusesAChainWithoutTheAuthority() {
        assertThatThrownBy(() -> check(AUTHORITY, SERVER)).isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> check(SERVER, STRANGER, AUTHORITY)).isInstanceOf(CertificateException.class);
    }

    @Test
    void refusesAStrangerWhoShowsTheAuthoritysCertificateToo() {
        assertThatThrownBy(() -> check(AUTHORITY, STRANGER, AUTHORITY)).isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> check(SERVER, STRANGER, SERVER)).isInstanceOf(CertificateException.class);
    }

    private static void check(X509Certificate pinned, X509Certificate... chain) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(pinned.getEncoded());
        Fingerprint fingerprint = Fingerprint.parse(HexFormat.of().formatHex(digest));
        new PinnedAuthority(fingerprint).checkServerTrusted(chain, "UNKNOWN");
    }

    private static X509Certificate read(String name) {
        return (X509Certificate)
                Certificates.read(FOLDER.resolve(name + ".crt")).get(0);
    }
}
