package dev.aulens.node;

import dev.aulens.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;

/**
 * The user that runs the server: the caller, or {@code nobody} where that is root, which Elasticsearch refuses to run
 * as.
 */
sealed interface ServerUser {

    /** Returns the user for a server that the caller starts. */
    static ServerUser forCaller() {
        return isRoot() ? Unprivileged.find() : new Caller();
    }

    /** Tells whether the caller is root (user id 0, see proc(5)). */
    static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    /** Returns the command as this user runs it. */
    List<String> command(List<String> command);

    /** Makes this user the owner of a file or folder; a symbolic link is not followed. */
    void own(Path path) throws IOException;

    /**
     * Makes sure that the user can run the program or enter the folder.
     *
     * @throws Failure if the user may not, or a folder on the way is closed
     */
    void requireCanReach(Path path);

    /** The one who runs aulens. */
    record Caller() implements ServerUser {
        @Override
        public List<String> command(List<String> command) {
            return command;
        }

        @Override
        public void own(Path path) {}

        @Override
        public void requireCanReach(Path path) {}
    }

    /**
     * An account without rights, entered with setpriv(1).
     *
     * @param user its name and id
     * @param group its group
     */
    record Unprivileged(UserPrincipal user, GroupPrincipal group) implements ServerUser {

        private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

        static Unprivileged find() {
            UserPrincipalLookupService names = Path.of("/").getFileSystem().getUserPrincipalLookupService();
            if (!Files.isExecutable(SETPRIV)) {
                throw new Failure("Elasticsearch does not run as root, and " + SETPRIV
                        + " is missing to start it as another user; install util-linux, or run aulens as another user");
            }
            try {
                return new Unprivileged(names.lookupPrincipalByName("nobody"), group(names));
            } catch (IOException e) {
                throw new Failure(
                        "Elasticsearch does not run as root, and there is no user nobody to start it as;"
                                + " run aulens as another user",
                        e);
            }
        }

        private static GroupPrincipal group(UserPrincipalLookupService names) throws IOException {
            try {
                return names.lookupPrincipalByGroupName("nogroup");
            } catch (UserPrincipalNotFoundException e) {
                return names.lookupPrincipalByGroupName("nobody"); // as Red Hat's systems name it
            }
        }

        @Override
        public List<String> command(List<String> command) {
            List<String> all = new ArrayList<>(List.of(
                    SETPRIV.toString(), "--reuid", user.getName(), "--regid", group.getName(), "--clear-groups", "--"));
            all.addAll(command);
            return all;
        }

        @Override
        public void own(Path path) throws IOException {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            view.setOwner(user);
            view.setGroup(group);
        }

        @Override
        public void requireCanReach(Path path) {
            try {
                Process test = new ProcessBuilder(command(List.of("test", "-x", path.toString()))).start();
                if (test.waitFor() != 0) {
                    throw new Failure("the user " + user.getName() + ", who runs Elasticsearch for root, cannot reach "
                            + path + "; move it out of closed folders, or run aulens as another user");
                }
            } catch (IOException e) {
                throw new Failure("cannot run " + SETPRIV + ": " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("interrupted", e);
            }
        }
    }
}
