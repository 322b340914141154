package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.TableResource;
import dev.aulens.facts.AccessVector;
import dev.aulens.facts.Success;
import dev.aulens.record.AuditRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The event as one English sentence, for searches by words.
 *
 * <pre>
 *   actor [", acting as " user ","] [" successfully" | " unsuccessfully"] action [object] [" to " object]
 *       [" from " address] [" using " program] [" (" error ")"]
 * </pre>
 *
 * {@code alice, acting as root, successfully deleted /etc/passwd using /usr/bin/rm}. It holds text that an attacker may
 * have chosen: it is to be searched and shown, never to be parsed.
 */
final class Sentence {

    private static final int LONGEST_COMMAND = 1024;

    private final Map<String, String> phrases = new HashMap<>();
    private final StringBuilder text = new StringBuilder(256);

    Sentence() {
        for (List<String> row : TableResource.rows(Sentence.class, "sentences.tsv")) {
            phrases.put(row.get(0), row.get(1));
        }
    }

    /** Returns the sentence of an event. */
    String of(EventParts parts, Summary summary) {
        Category category = parts.category();
        text.setLength(0);
        appendActor(parts.users(), parts.process());
        AuditRecord leading = parts.leading();
        AccessVector vector = leading == null ? null : parts.fields().vectorOf(leading);
        if (vector != null) {
            appendVerdict(parts.fields(), vector, category, summary);
        } else {
            appendAction(parts, summary);
        }
        String how = summary.how();
        boolean own = summary.object() != null && summary.object().equals(how);
        if (how != null && !own && !category.isExecution()) {
            text.append(" using ").append(how);
        }
        String error = parts.call().errorName();
        if (error != null && parts.outcome().said() == Success.NO) {
            text.append(" (").append(error).append(')');
        }
        return text.toString();
    }

    private void appendActor(UserFields users, ProcessFields process) {
        String login = users.actor();
        String acting = users.inPlaceOf();
        boolean unset = login == null || login.equals("unset");
        String actor = unset ? acting : login;
        if (actor == null) {
            actor = process.name() != null ? process.name() : "the system";
        }
        text.append(actor);
        if (!unset && acting != null && !acting.equals(actor)) {
            text.append(", acting as ").append(acting).append(',');
        }
    }

    private void appendAction(EventParts parts, Summary summary) {
        switch (parts.outcome().said()) {
            case YES -> text.append(" successfully");
            case NO -> text.append(" unsuccessfully");
            case UNSET -> {}
        }
        text.append(' ').append(phrase(parts.category()));
        SerializableString action = parts.category().action();
        if (action != null && action.getValue().equals("called-syscall")) {
            String call = parts.call().name();
            text.append(' ').append(call != null ? call : "an unknown system call");
            return;
        }
        appendObject(parts, summary);
    }

    private void appendObject(EventParts parts, Summary summary) {
        Category category = parts.category();
        NetworkFields network = parts.network();
        String object = summary.object();
        String second = summary.second();
        if ("user-session".equals(category.objectType())) {
            String account = parts.users().account();
            if (category.persons().effective() != Person.ACCOUNT && account != null && !account.equals(object)) {
                text.append(" of ").append(account);
            }
            if (network.origin() != null) {
                text.append(" from ").append(network.origin());
            }
            if (object != null && !object.equals(network.origin())) {
                text.append(isTerminal(category) ? " on " : " ").append(object);
            }
        } else if ("socket".equals(category.objectType())) {
            append(object);
            if (second != null) {
                text.append(" port ").append(second);
            }
        } else if (second != null && category.hasCategory("file") && object != null) {
            append(second);
            text.append(" to ").append(object);
        } else {
            append(object != null || !category.hasCategory("file") ? object : "a file");
        }
        if (category.isExecution()) {
            appendCommand(parts.process());
        }
    }

    private static boolean isTerminal(Category category) {
        return !category.primary().isEmpty() && category.primary().get(0).name().equals("terminal");
    }

    private void append(@Nullable String words) {
        if (words != null) {
            text.append(' ').append(words);
        }
    }

    private void appendCommand(ProcessFields process) {
        String command = process.commandLine();
        if (command != null) {
            text.append(" (");
            text.append(command, 0, Math.min(command.length(), LONGEST_COMMAND)).append(')');
        }
    }

    private void appendVerdict(EventFields fields, AccessVector vector, Category category, Summary summary) {
        AuditRecord record = vector.record();
        boolean appArmor = vector.appArmorMode() != null;
        if (!category.hasType("denied") && !category.hasType("allowed")) {
            text.append(appArmor ? " changed the AppArmor policy" : " noted a change of the SELinux policy");
            append(appArmor ? summary.object() : null);
            return;
        }
        text.append(category.hasType("denied") ? " was denied" : " was allowed");
        String permissions = vector.joined(", ");
        if (permissions != null) {
            text.append(' ').append(permissions);
        } else if (appArmor) {
            append(summary.object());
        }
        String file = text(record, "path");
        if (file == null) {
            file = pathOf(fields);
        }
        if (file == null) {
            file = text(record, "name");
        }
        if (file != null) {
            text.append(" of ").append(file);
        }
        text.append(appArmor ? " by AppArmor" : " by SELinux");
    }

    /** Old kernels write the path of an access vector in a record of its own. */
    private static @Nullable String pathOf(EventFields fields) {
        for (AuditRecord record : fields.others()) {
            if (record.type().is("AVC_PATH")) {
                return text(record, "path");
            }
        }
        return null;
    }

    private static @Nullable String text(AuditRecord record, String name) {
        int i = record.find(name);
        return i < 0 || Values.saysNothing(record, i) ? null : Values.text(record, i);
    }

    private String phrase(Category category) {
        SerializableString action = category.action();
        if (action == null) {
            return "did something that has no name";
        }
        String words = phrases.get(action.getValue());
        if (words == null) {
            words = action.getValue().replace('-', ' ');
            phrases.put(action.getValue(), words);
        }
        return words;
    }
}
