package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.facts.AccessVector;
import dev.aulens.facts.Success;
import dev.aulens.record.AuditRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what an event is: by its leading record, by its system call, and by facts that make an action more than its name
 * says (an open that created the file, a denial that only was logged).
 *
 * <p>The leading record is the first that is not a part of the call's description. An event of a security module keeps
 * the categories of the call that it stopped, as Elastic's rules expect.
 */
final class Categorizer {

    private static final SerializableString ACCESS = DocumentJson.name("access");
    private static final SerializableString ALLOWED = DocumentJson.name("allowed");
    private static final SerializableString CHANGE = DocumentJson.name("change");
    private static final SerializableString CREATION = DocumentJson.name("creation");
    private static final SerializableString DELETION = DocumentJson.name("deletion");
    private static final SerializableString DENIED = DocumentJson.name("denied");
    private static final SerializableString END = DocumentJson.name("end");
    private static final SerializableString INFO = DocumentJson.name("info");
    private static final SerializableString INSTALLATION = DocumentJson.name("installation");
    private static final SerializableString UNLOADED_BPF = DocumentJson.name("unloaded-bpf-program");
    private static final SerializableString DESTROYED_KEY = DocumentJson.name("destroyed-crypto-key");

    /** SECCOMP_RET_LOG (linux/seccomp.h): the call went on. */
    private static final String RET_LOG = "0x7ffc0000";

    private static final long WRITE_FLAGS =
            3 | 0x200; // O_WRONLY, O_RDWR, O_TRUNC of every architecture but a few old ones
    private static final Map<String, Integer> FLAGS_ARGUMENT = Map.of("open", 1, "openat", 2, "open_by_handle_at", 2);
    private static final Map<String, Integer> SIGNAL_ARGUMENT = Map.of(
            "kill", 1, "tkill", 1, "tgkill", 2, "rt_sigqueueinfo", 1, "rt_tgsigqueueinfo", 2, "pidfd_send_signal", 1);

    private final Categories categories;
    private final FieldTable.Known operation;

    Categorizer(Categories categories, FieldTable fields) {
        this.categories = categories;
        operation = fields.get("op");
    }

    /**
     * Returns the record that says what the event is, null if that is the system call. Of several access vectors a denial
     * says it.
     */
    @Nullable
    AuditRecord leading(EventFields fields) {
        AuditRecord unknown = null;
        for (AuditRecord record : fields.others()) {
            String type = record.type().name();
            boolean onlyNamesModule = fields.syscall() != null && type.equals("KERN_MODULE");
            if (categories.isAuxiliary(type) || onlyNamesModule) {
                continue;
            }
            if (categories.ofRecord(type, false) != null) {
                AccessVector deciding = AccessVector.isIn(record) ? Judgement.deciding(fields.vectors()) : null;
                return deciding == null ? record : deciding.record();
            }
            unknown = unknown == null ? record : unknown;
        }
        return fields.syscall() == null ? unknown : null; // a type of a newer kernel says less than the call
    }

    /**
     * Returns what the event is.
     *
     * @param leading what {@link #leading} returns of it
     */
    Category of(@Nullable AuditRecord leading, EventFields fields, SystemCall call, Paths paths, Success result) {
        if (leading == null) {
            return fields.syscall() == null ? withoutCall(fields) : refineCall(call, paths);
        }
        AccessVector vector = fields.vectorOf(leading);
        Category known = categories.ofRecord(leading.type().name(), vector != null && vector.appArmorMode() != null);
        Category own = known == null ? Category.UNKNOWN : known;
        Category refined = vector != null ? ofVector(vector, own) : refineRecord(leading, own, fields, result);
        boolean carried = fields.syscall() != null || leading.type().is("URINGOP");
        return carried && !leading.type().is("NETFILTER_CFG") ? refined.with(refineCall(call, paths)) : refined;
    }

    private Category withoutCall(EventFields fields) {
        return fields.arguments().isEmpty() ? Category.UNKNOWN : categories.ofCall("execve");
    }

    private Category refineCall(SystemCall call, Paths paths) {
        String name = call.meaning();
        Category category = categories.ofCall(name);
        if (name != null && !name.equals(call.name())) {
            return category.with(categories.ofCall(call.name())); // Auditbeat knows the outer call only
        }
        if (name == null) {
            return category;
        }
        if (category.hasCategory("file") && category.hasType("access") && isOpen(name)) {
            return category.withTypes(List.of(typeOfOpen(name, call, paths)));
        }
        Integer signal = SIGNAL_ARGUMENT.get(name);
        return signal == null ? category : category.withTypes(List.of(typeOfSignal(call.argument(signal))));
    }

    private static boolean isOpen(String name) {
        return name.startsWith("open") && !name.startsWith("open_tree");
    }

    private static SerializableString typeOfOpen(String name, SystemCall call, Paths paths) {
        if (paths.hasCreated()) {
            return CREATION;
        }
        Integer flags = FLAGS_ARGUMENT.get(name);
        long value = flags == null ? paths.openFlags() : call.openFlags(flags);
        return value != Values.NONE && (value & WRITE_FLAGS) != 0 ? CHANGE : ACCESS;
    }

    private static SerializableString typeOfSignal(long signal) {
        if (signal == 0) {
            return INFO;
        }
        return signal >= 18 && signal <= 20 ? CHANGE : END; // SIGCONT, SIGSTOP, SIGTSTP
    }

    private Category refineRecord(AuditRecord record, Category category, EventFields fields, Success result) {
        String op = fields.plain(operation);
        return switch (record.type().name()) {
            case "SECCOMP" ->
                RET_LOG.equals(record.get("code")) ? category.withTypes(inPlaceOfDenied(category, ALLOWED)) : category;
            case "DAC_CHECK", "MAC_CHECK" -> result == Success.YES ? category.withTypes(List.of(ALLOWED)) : category;
            case "BPF" ->
                "UNLOAD".equals(op) ? category.withAction(UNLOADED_BPF).withTypes(List.of(END)) : category;
            case "NETFILTER_CFG" -> withOperation(category, op, "unregister", "register");
            case "CONFIG_CHANGE" -> withOperation(category, op, "remove_rule", "add_rule");
            case "SOFTWARE_UPDATE" -> ofPackage(category, op);
            case "CRYPTO_KEY_USER" -> "destroy".equals(op) ? category.withAction(DESTROYED_KEY) : category;
            default -> category;
        };
    }

    /** An access that was allowed, or a notice of the security module, is not a denial. */
    private static Category ofVector(AccessVector vector, Category category) {
        return switch (Judgement.of(vector)) {
            case DENIED -> category;
            case ALLOWED -> category.withTypes(inPlaceOfDenied(category, ALLOWED));
            case NOTICE -> category.withTypes(inPlaceOfDenied(category, INFO));
        };
    }

    private static List<SerializableString> inPlaceOfDenied(Category category, SerializableString type) {
        return category.types().stream()
                .map(each -> each.getValue().equals(DENIED.getValue()) ? type : each)
                .toList();
    }

    private static Category withOperation(Category category, @Nullable String op, String removal, String addition) {
        if (op == null) {
            return category;
        }
        if (op.contains(removal)) {
            return category.withTypes(List.of(DELETION));
        }
        return op.contains(addition) ? category.withTypes(List.of(CREATION)) : category;
    }

    private static Category ofPackage(Category category, @Nullable String op) {
        if (op == null || op.equals("install")) {
            return category.withTypes(List.of(INSTALLATION));
        }
        return category.withTypes(List.of(op.equals("remove") ? DELETION : CHANGE));
    }
}
