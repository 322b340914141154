package dev.aulens.node;

import dev.aulens.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** One start of a folder's servers: those that do not run are started at once, as none of them is up without the others. */
final class ClusterStart {

    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final Installation installation;
    private final StateFolder state;
    private final ServerUser user;
    private final NodeProgress progress;

    ClusterStart(Installation installation, StateFolder state, ServerUser user, NodeProgress progress) {
        this.installation = installation;
        this.state = state;
        this.user = user;
        this.progress = progress;
    }

    /** Returns the first server, when all answer. */
    RunningNode run(NodeOptions options) throws IOException {
        List<Member> members = members(options.nodes());
        List<Member> idle =
                members.stream().filter(member -> !member.isRunning()).toList();
        requireNoContradiction(members, idle, options);
        for (Member member : idle) {
            member.state().create(user);
        }
        if (!idle.isEmpty()) {
            start(members, idle, options);
        }
        awaitAnswers(members);
        for (Member member : members) {
            int port = listening(member, idle).url().getPort();
            member.state().write(member.state().lastPort(), port + "\n", user);
        }
        return listening(members.get(0), idle);
    }

    private List<Member> members(OptionalInt wanted) {
        List<Member> present = state.members();
        int number = wanted.orElse(present.size());
        if (number < present.size()) {
            throw new Failure("the cluster in " + state.root() + " has " + present.size()
                    + " nodes, and its data needs them; start them all, or name another folder with --state DIR");
        }
        return state.members(number);
    }

    private void requireNoContradiction(List<Member> members, List<Member> idle, NodeOptions options) {
        boolean someRun = idle.size() < members.size();
        if (someRun && options.roles().isPresent() && !state.security().exist()) {
            throw new Failure("Elasticsearch runs already, with security off; stop it first with 'aulens node stop'");
        }
        requireSamePort(members.get(0), options.port());
        boolean oneAlone = state.members().size() == 1 && members.size() > 1;
        if (someRun && oneAlone) {
            throw new Failure("Elasticsearch runs already, as one node; stop it first with 'aulens node stop'");
        }
    }

    private static void requireSamePort(Member first, OptionalInt wanted) {
        Optional<Integer> port = first.listening(false).map(node -> node.url().getPort());
        if (wanted.isPresent() && port.isPresent() && port.get() != wanted.getAsInt()) {
            throw new Failure("Elasticsearch runs already, at port " + port.get()
                    + "; stop it first with 'aulens node stop', or leave --port out");
        }
    }

    private void start(List<Member> members, List<Member> idle, NodeOptions options) throws IOException {
        Path home = home();
        SecurityFiles security = state.security();
        if (options.roles().isPresent()) {
            security.make(state, options.roles().get(), user, progress);
        }
        Map<Integer, Integer> transportPorts = members.size() == 1 ? Map.of() : transportPorts(members);
        List<ServerStart> starts = new ArrayList<>();
        try {
            for (Member member : idle) {
                new ServerConfig(
                                member,
                                options.heapOf(members.size()),
                                Ports.http(options.port(), member.number(), member.state()),
                                transportPorts,
                                security.exist())
                        .write(user);
                if (security.exist()) {
                    security.copyTo(member.state(), user);
                }
            }
            progress.step(idle.size() == 1 ? "Starting Elasticsearch" : "Starting " + idle.size() + " nodes");
            for (Member member : idle) {
                starts.add(ServerStart.begin(member.state(), user, home));
            }
            for (ServerStart start : starts) {
                start.await(progress);
            }
        } finally {
            starts.forEach(ServerStart::close);
        }
    }

    /** Returns the ports of all servers by their numbers: a running one's is where it listens. */
    private Map<Integer, Integer> transportPorts(List<Member> members) throws IOException {
        Map<Integer, Integer> ports = new TreeMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Member member : members) {
            StateFolder folder = member.state();
            Optional<Integer> known = member.isRunning() ? Ports.last(folder.lastTransportPort()) : Optional.empty();
            int port = known.orElseGet(() -> Ports.transport(folder, taken));
            ports.put(member.number(), port);
            taken.add(port);
            folder.write(folder.lastTransportPort(), port + "\n", user);
        }
        return ports;
    }

    private Path home() {
        Optional<Path> named = installation.namedHome();
        if (named.isPresent()) {
            return named.get();
        }
        ServerArchive archive = new ServerArchive(installation.archive());
        user.requireCanReach(state.root());
        return archive.unpackBelow(state.root(), progress);
    }

    /** An index that is there already takes a moment more than the servers: until then its health is red. */
    private void awaitAnswers(List<Member> members) {
        Health health = new Health(state.security());
        for (Member member : members) {
            boolean joined = Waiting.until(
                    () -> member.cluster(health)
                            .filter(seen -> seen.nodes() == members.size())
                            .isPresent(),
                    ANSWER,
                    progress);
            if (!joined) {
                throw new Failure((member.cluster(health).isEmpty()
                                ? "Elasticsearch has started, but does not answer"
                                : "the nodes have started, but do not find each other")
                        + "; see " + member.state().log());
            }
        }
        Member first = members.get(0);
        boolean unused = Waiting.until(
                () -> first.cluster(health)
                        .filter(seen -> seen.status().equals("red"))
                        .isEmpty(),
                ANSWER,
                progress);
    }

    private static RunningNode listening(Member member, List<Member> startedNow) {
        return member.listening(startedNow.contains(member))
                .orElseThrow(() -> new Failure(
                        "Elasticsearch has ended again; see " + member.state().log()));
    }
}
