package dev.aulens.interpret;

/** A socket's address, as {@code saddr=} of a SOCKADDR record holds it in hex (struct sockaddr of socket.h). */
public sealed interface SocketAddress {

    /** Returns the family's name: {@code inet}, {@code inet6}, {@code local}, {@code netlink}, {@code packet}. */
    String family();

    /** Returns the address as {@code ausearch -i} prints it, without the braces. */
    String text();

    /**
     * An IPv4 address.
     *
     * @param address dotted decimal
     * @param port 0 to 65535
     */
    record Inet(String address, int port) implements SocketAddress {
        @Override
        public String family() {
            return "inet";
        }

        @Override
        public String text() {
            return "saddr_fam=inet laddr=" + address + " lport=" + port;
        }
    }

    /**
     * An IPv6 address.
     *
     * @param address as RFC 5952 writes it, without the scope
     * @param scope the number of the interface that a link-local address belongs to, 0 if none
     * @param port 0 to 65535
     */
    record Inet6(String address, long scope, int port) implements SocketAddress {
        @Override
        public String family() {
            return "inet6";
        }

        @Override
        public String text() {
            String scoped = scope == 0 ? address : address + "%" + scope;
            return "saddr_fam=inet6 laddr=" + scoped + " lport=" + port;
        }
    }

    /**
     * A socket of this host.
     *
     * @param path its file, or its abstract name; empty if it has no name
     * @param isAbstract whether the name is no file's (unix(7)); printed addresses do not say so
     */
    record Local(String path, boolean isAbstract) implements SocketAddress {
        @Override
        public String family() {
            return "local";
        }

        @Override
        public String text() {
            return "saddr_fam=local path=" + path;
        }
    }

    /**
     * A socket to the kernel.
     *
     * @param port the other end's number, mostly a process id
     */
    record Netlink(long port) implements SocketAddress {
        @Override
        public String family() {
            return "netlink";
        }

        @Override
        public String text() {
            return "saddr_fam=netlink nlnk-fam=16 nlnk-pid=" + port;
        }
    }

    /**
     * An address of another family, or one that is cut short.
     *
     * @param family its name
     * @param rest what follows the family in {@link #text}: {@code (unsupported)}, {@code call=ABC}
     */
    record Other(String family, String rest) implements SocketAddress {
        @Override
        public String text() {
            return "saddr_fam=" + family + " " + rest;
        }
    }
}
