package dev.aulens.node;

import dev.aulens.Failure;
import dev.aulens.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A certificate for servers on loopback, signed by an authority that is made for it and can sign no other: its key is
 * thrown away. All in PEM; made by the JDK's keytool(1).
 *
 * @param key of the server, not encrypted
 * @param chain the server's certificate and its authority's
 * @param authority the authority's certificate
 */
record LocalCertificate(String key, String chain, String authority) {

    private static final int PASSWORD_BYTES = 16;
    private static final List<String> EACH_KEY =
            List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "3650", "-storetype", "PKCS12");
    private static final List<String> AUTHORITY = List.of(
            "-alias", "ca", "-dname", "CN=aulens node authority", "-ext", "bc:c", "-ext", "ku=keyCertSign,cRLSign");
    private static final List<String> SERVER = List.of(
            "-alias",
            "server",
            "-signer",
            "ca",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=ip:127.0.0.1,dns:localhost",
            "-ext",
            "eku=serverAuth,clientAuth");

    /**
     * Makes one.
     *
     * @param folder for files that are deleted again
     * @throws Failure if there is no keytool, or it fails
     */
    static LocalCertificate make(Path folder) throws IOException {
        Path work = Files.createTempDirectory(folder, "keys"); // 0700
        try {
            Path store = work.resolve("store.p12");
            Path password = work.resolve("password");
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            String secret = HexFormat.of().formatHex(random);
            PrivateFiles.replace(password, secret.getBytes(StandardCharsets.UTF_8));
            keytool(store, password, AUTHORITY);
            keytool(store, password, SERVER);
            return read(store, secret.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new Failure("cannot read what keytool has made: " + e.getMessage(), e);
        } finally {
            delete(work);
        }
    }

    private static LocalCertificate read(Path store, char[] secret) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, secret);
        }
        StringBuilder chain = new StringBuilder();
        for (Certificate certificate : keys.getCertificateChain("server")) {
            chain.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        return new LocalCertificate(
                pem("PRIVATE KEY", keys.getKey("server", secret).getEncoded()),
                chain.toString(),
                pem("CERTIFICATE", keys.getCertificate("ca").getEncoded()));
    }

    private static void keytool(Path store, Path password, List<String> arguments) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        if (!Files.isExecutable(keytool)) {
            throw new Failure("there is no " + keytool + " to make a certificate with; run aulens with a whole Java");
        }
        List<String> command = new ArrayList<>(List.of(keytool.toString(), "-genkeypair"));
        command.addAll(EACH_KEY);
        command.addAll(List.of("-keystore", store.toString(), "-storepass:file", password.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new Failure("keytool cannot make a certificate: "
                        + printed.lines().findFirst().orElse("it gave no reason"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** RFC 7468. */
    private static String pem(String label, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }
}
