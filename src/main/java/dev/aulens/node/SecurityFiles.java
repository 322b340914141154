package dev.aulens.node;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import dev.aulens.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes the servers of a folder secure: one certificate for all, and users with their roles in Elasticsearch's own
 * files ("file-based user authentication" of its documentation). It stays on until the folder is deleted.
 *
 * <pre>
 * security/
 *   ca.crt                    what clients need; it is written last
 *   http.crt http.key         of the servers
 *   roles.yml users users_roles
 *   passwords/NAME            of each user, for the one who started the servers alone
 * </pre>
 */
record SecurityFiles(Path folder) {

    /** The user who may do all. */
    static final String ADMIN = "admin";

    private static final List<String> FOR_SERVERS =
            List.of("ca.crt", "http.crt", "http.key", "roles.yml", "users", "users_roles");
    private static final int PASSWORD_BYTES = 18;

    boolean exist() {
        return Files.exists(caCertificate());
    }

    Path caCertificate() {
        return folder.resolve("ca.crt");
    }

    Path passwords() {
        return folder.resolve("passwords");
    }

    /**
     * Makes what is missing: the certificate and passwords; users and roles are written anew.
     *
     * @param state of the first server
     * @param roles by name, as JSON
     */
    void make(StateFolder state, Map<String, String> roles, ServerUser user, NodeProgress progress) throws IOException {
        PrivateFiles.createFolder(folder);
        user.own(folder);
        PrivateFiles.createFolder(passwords());
        Map<String, String> roleOfUser = new TreeMap<>(Map.of(ADMIN, "superuser"));
        roles.keySet().forEach(role -> roleOfUser.put(role, role));
        StringBuilder users = new StringBuilder();
        StringBuilder usersRoles = new StringBuilder();
        for (Map.Entry<String, String> each : roleOfUser.entrySet()) {
            users.append(each.getKey())
                    .append(':')
                    .append(PasswordHash.of(password(each.getKey())))
                    .append('\n');
            usersRoles.append(each.getValue()).append(':').append(each.getKey()).append('\n');
        }
        state.write(folder.resolve("users"), users.toString(), user);
        state.write(folder.resolve("users_roles"), usersRoles.toString(), user);
        state.write(folder.resolve("roles.yml"), yaml(roles), user);
        if (!exist()) {
            progress.step("Making a certificate");
            LocalCertificate certificate = LocalCertificate.make(state.root());
            state.write(folder.resolve("http.key"), certificate.key(), user);
            state.write(folder.resolve("http.crt"), certificate.chain(), user);
            state.write(caCertificate(), certificate.authority(), user);
        }
    }

    /** Copies to a server's configuration what it reads: it reads nothing outside of that. */
    void copyTo(StateFolder state, ServerUser user) throws IOException {
        for (String name : FOR_SERVERS) {
            state.write(state.config().resolve(name), Files.readString(folder.resolve(name)), user);
        }
    }

    /**
     * Returns the password of the user who may do all.
     *
     * @throws Failure if it cannot be read
     */
    String adminPassword() {
        Path file = passwords().resolve(ADMIN);
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new Failure(
                    "cannot read " + file + ": " + FileFault.reason(e) + "; run as the user who started the node", e);
        }
    }

    private String password(String user) throws IOException {
        Path file = passwords().resolve(user);
        if (Files.exists(file)) {
            return Files.readString(file).trim();
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().encodeToString(random);
        PrivateFiles.replace(file, (password + "\n").getBytes(StandardCharsets.UTF_8));
        return password;
    }

    /** JSON is YAML too; only each line of a role has to be indented. */
    private static String yaml(Map<String, String> roles) {
        StringBuilder yaml = new StringBuilder();
        new TreeMap<>(roles).forEach((name, json) -> {
            yaml.append(name).append(":\n");
            json.lines().forEach(line -> yaml.append("  ").append(line).append('\n'));
        });
        return yaml.toString();
    }
}
