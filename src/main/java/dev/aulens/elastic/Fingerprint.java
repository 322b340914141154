package dev.aulens.elastic;

import dev.aulens.Failure;
import dev.aulens.Sha256;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The SHA-256 of a certificate, by which people compare them.
 *
 * @param hex 64 lower-case digits
 */
public record Fingerprint(String hex) {

    private static final int DIGITS = 64;

    /**
     * Reads a fingerprint as openssl, browsers and Elasticsearch print it: hexadecimal, with or without colons.
     *
     * @throws Failure if it is no SHA-256
     */
    public static Fingerprint parse(String text) {
        String hex = text.trim().replace(":", "").toLowerCase(Locale.ROOT);
        if (hex.length() != DIGITS || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new Failure("'" + text + "' is no fingerprint of a CA certificate; it has 64 hexadecimal digits:"
                    + " openssl x509 -fingerprint -sha256 -noout -in FILE");
        }
        return new Fingerprint(hex);
    }

    /** Returns whether this is the fingerprint of a certificate. */
    boolean isOf(X509Certificate certificate) throws CertificateEncodingException {
        return Sha256.hex(certificate.getEncoded()).equals(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
