package dev.aulens.node;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as Elasticsearch's {@code users} file holds it: <code>{PBKDF2}rounds$salt$hash</code>, with the digest and
 * the sizes of its {@code pbkdf2} ("User cache and password hash algorithms" of its documentation).
 */
final class PasswordHash {

    private static final int ROUNDS = 10_000;
    private static final int BYTES = 32;

    private PasswordHash() {}

    static String of(String password) {
        byte[] salt = new byte[BYTES];
        new SecureRandom().nextBytes(salt);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, BYTES * Byte.SIZE))
                    .getEncoded();
            Base64.Encoder text = Base64.getEncoder();
            return "{PBKDF2}" + ROUNDS + "$" + text.encodeToString(salt) + "$" + text.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no PBKDF2", e);
        }
    }
}
