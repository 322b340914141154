package dev.aulens.document;

import dev.aulens.interpret.OpenFlags;
import dev.aulens.record.AuditRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paths of an event, made absolute where the records allow it. Scratch space, reused.
 *
 * <p>A name without directory is relative to its PARENT record, another relative name to the working directory. For
 * calls like unlinkat with a directory's descriptor the kernel does not record that directory; a PARENT record with an
 * absolute name is taken then, the working directory is not. But if that name is the working directory's, it may be no
 * more than that: the kernel writes it there, whatever the descriptor is of (audit_log_name in kernel/auditsc.c). Such a
 * path has a warning, and so has one of a call whose number no table knows (of the x32 ABI, of a newer kernel) below the
 * working directory: it may have a descriptor, too.
 */
final class Paths {

    /** How calls begin that make or remove an entry of a directory. */
    private static final List<String> CHANGING =
            List.of("open", "creat", "unlink", "rmdir", "mkdir", "mknod", "rename", "link", "symlink");

    private final Map<String, Directories> directories = Directories.load();
    private final List<PathItem> pool = new ArrayList<>();
    private final List<PathItem> items = new ArrayList<>();
    private final OpenFlags flags = new OpenFlags();
    private @Nullable String workingDirectory;
    private @Nullable PathItem acting;
    private @Nullable PathItem other;
    private long openFlags;

    /** Takes the paths of an event in place of those of the last. */
    void load(EventFields fields, SystemCall call, Warnings warnings) {
        items.clear();
        acting = null;
        other = null;
        openFlags = Values.NONE;
        workingDirectory = workingDirectory(fields.workingDirectory());
        for (AuditRecord record : fields.paths()) {
            PathItem item = next();
            item.load(record);
        }
        loadOpenFlags(fields);
        if (items.isEmpty()) {
            return;
        }
        int parents = 0;
        for (PathItem item : items) {
            parents += item.kind == PathItem.Kind.PARENT ? 1 : 0;
        }
        resolve(call, parents, warnings);
        chooseActing(call.name());
    }

    private PathItem next() {
        if (items.size() == pool.size()) {
            pool.add(new PathItem());
        }
        PathItem item = pool.get(items.size());
        items.add(item);
        return item;
    }

    private static @Nullable String workingDirectory(@Nullable AuditRecord record) {
        int i = record == null ? -1 : record.find("cwd");
        return record == null || i < 0 || Values.saysNothing(record, i) ? null : Values.text(record, i);
    }

    private void loadOpenFlags(EventFields fields) {
        for (AuditRecord detail : fields.details()) {
            int i = detail.type().is("OPENAT2") ? detail.find("oflag") : -1;
            if (i >= 0) {
                openFlags = flags.ofRecord(detail.value(i));
            }
        }
    }

    private void resolve(SystemCall call, int parents, Warnings warnings) {
        Directories of = call.name() == null ? null : directories.get(call.name());
        boolean foreign = of != null && of.isOldForeign(call);
        boolean foreignNew = of != null && of.isNewForeign(call);
        boolean isSymlink = isSymlink(call.name());
        int changed = 0;
        int used = 0;
        for (PathItem item : items) {
            boolean change = item.kind == PathItem.Kind.CREATE || item.kind == PathItem.Kind.DELETE;
            boolean isParent = item.kind == PathItem.Kind.PARENT;
            int place = isParent ? 0 : change ? changed++ : used++;
            String name = item.name;
            if (name == null || name.isEmpty()) {
                continue;
            }
            if (name.charAt(0) == '/') {
                item.absolute = name;
                continue;
            }
            if (isSymlink && item.inode < 0) {
                continue; // the text of the link: it is relative to the link
            }
            boolean isNew = item.kind == PathItem.Kind.CREATE || place > 0;
            boolean isForeign = isParent ? foreign || foreignNew : isNew ? foreignNew : foreign;
            String directory = change && name.indexOf('/') < 0 ? parent(place, parents) : null;
            if (isForeign && directory == null) {
                warnings.add("a path is relative to a directory that no record names");
                continue;
            }
            String base = directory == null ? workingDirectory : directory;
            if ((isForeign || call.isUnknown()) && base != null && base.equals(workingDirectory)) {
                warnings.add("a path may be below another directory than the working directory");
            }
            item.absolute = join(base, name);
        }
    }

    private static boolean isSymlink(@Nullable String call) {
        return call != null && call.startsWith("symlink");
    }

    /** Returns the directory of the {@code n}th created or deleted path, null if none is known. */
    private @Nullable String parent(int n, int parents) {
        int wanted = Math.min(n, parents - 1);
        int seen = 0;
        for (PathItem item : items) {
            if (item.kind == PathItem.Kind.PARENT && seen++ == wanted) {
                String name = item.name;
                return name != null && name.startsWith("/") ? name : null;
            }
        }
        return null;
    }

    /** Returns the path from the root without {@code .} and {@code ..}, null without an absolute directory. */
    static @Nullable String join(@Nullable String directory, String name) {
        if (directory == null || !directory.startsWith("/")) {
            return null;
        }
        String path = directory.endsWith("/") ? directory + name : directory + '/' + name;
        return name.startsWith(".") || path.contains("/./") || path.contains("/../") ? normalised(path) : path;
    }

    private static String normalised(String path) {
        Deque<String> parts = new ArrayDeque<>();
        int from = 1;
        while (from <= path.length()) {
            int to = path.indexOf('/', from);
            to = to < 0 ? path.length() : to;
            String part = path.substring(from, to);
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
            from = to + 1;
        }
        return "/" + String.join("/", parts);
    }

    /**
     * The acting path is the one that the call made or removed; of a rename or link the new name. A call that failed before
     * it came so far has a record of the parent only, which it did nothing to.
     */
    private void chooseActing(@Nullable String call) {
        PathItem created = null;
        PathItem deleted = null;
        PathItem normal = null;
        PathItem parent = null;
        for (PathItem item : items) {
            switch (item.kind) {
                case CREATE -> created = created == null ? item : created;
                case DELETE -> deleted = deleted == null ? item : deleted;
                case PARENT -> parent = parent == null ? item : parent;
                default -> normal = normal == null ? item : normal;
            }
        }
        if (call != null && call.startsWith("rename") && created == null && deleted == null) {
            acting = normal;
            return;
        }
        acting = created != null
                ? created
                : deleted != null ? deleted : normal != null ? normal : changesItsParent(call) ? null : parent;
        if (created != null) {
            other = deleted != null ? deleted : normal;
        }
    }

    private static boolean changesItsParent(@Nullable String call) {
        return call != null && CHANGING.stream().anyMatch(call::startsWith);
    }

    List<PathItem> items() {
        return items;
    }

    /** Returns the path that the event is about, null if it has none. */
    @Nullable
    PathItem acting() {
        return acting;
    }

    /** Returns the old name of a rename, the source of a link; null if there is none. */
    @Nullable
    PathItem other() {
        return other;
    }

    @Nullable
    String workingDirectory() {
        return workingDirectory;
    }

    boolean hasCreated() {
        PathItem item = acting;
        return item != null && item.kind == PathItem.Kind.CREATE;
    }

    /** Returns openat2's flags, {@link Values#NONE} if the event has none. */
    long openFlags() {
        return openFlags;
    }

    /** Returns a path from the root, or as it was given where that is not known. */
    static @Nullable String best(@Nullable PathItem item) {
        return item == null ? null : item.absolute != null ? item.absolute : item.name;
    }
}
