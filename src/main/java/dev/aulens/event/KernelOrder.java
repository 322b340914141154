package dev.aulens.event;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The order in which the kernel writes the records of an event, for those that ausearch has printed: it prints the last
 * one first.
 *
 * <p>audit_log_exit in kernel/auditsc.c writes SYSCALL, what belongs to the call, CWD, the PATHs by their item,
 * PROCTITLE and EOE; records of what happened during the call (AVC, CONFIG_CHANGE) stand before it. Two records of
 * which this says nothing stand as they came.
 */
final class KernelOrder {

    private static final int ANYWHERE = -1;
    private static final int AMONG_PATHS = 1 << 20;

    private KernelOrder() {}

    /**
     * Returns the records of an event that ausearch printed by itself, in the kernel's order. They are turned round
     * unless several neighbours show that somebody has done that already.
     */
    static List<AuditRecord> ofPrinted(List<AuditRecord> records) {
        Evidence evidence = Evidence.of(records);
        return evidence.inOrder > 1 && evidence.reversed == 0 ? records : reversed(records);
    }

    /**
     * Returns the records of an event in the kernel's order if it is sure that they stand the other way round: copies of
     * what ausearch printed often lack the lines between the events.
     */
    static List<AuditRecord> ofUnmarked(List<AuditRecord> records) {
        RecordType first = records.get(0).type();
        if (records.size() == 1 || first.is("SYSCALL")) {
            return records;
        }
        Evidence evidence = Evidence.of(records);
        boolean lastIsFirst = first.is("PROCTITLE") || first.is("EOE");
        boolean sure = evidence.inOrder == 0 && evidence.reversed > (lastIsFirst ? 0 : 1);
        return sure ? reversed(records) : records;
    }

    private static List<AuditRecord> reversed(List<AuditRecord> records) {
        List<AuditRecord> reversed = new ArrayList<>(records);
        Collections.reverse(reversed);
        return reversed;
    }

    /** How many neighbours stand in the kernel's order, and how many the other way round. */
    private record Evidence(int inOrder, int reversed) {

        static Evidence of(List<AuditRecord> records) {
            int inOrder = 0;
            int reversed = 0;
            int last = ANYWHERE;
            for (AuditRecord record : records) {
                int place = place(record);
                if (place == ANYWHERE) {
                    continue;
                }
                if (last != ANYWHERE && place > last) {
                    inOrder++;
                } else if (last != ANYWHERE && place < last) {
                    reversed++;
                }
                last = place;
            }
            return new Evidence(inOrder, reversed);
        }

        private static int place(AuditRecord record) {
            return switch (record.type().name()) {
                case "SYSCALL" -> 0;
                case "SOCKADDR", "EXECVE" -> 1;
                case "CWD" -> 2;
                case "PATH" -> 3 + item(record);
                case "PROCTITLE" -> 3 + AMONG_PATHS;
                case "EOE" -> 4 + AMONG_PATHS;
                default -> ANYWHERE;
            };
        }

        private static int item(AuditRecord path) {
            String item = path.get("item");
            int number = 0;
            for (int i = 0; item != null && i < item.length() && number < AMONG_PATHS / 10; i++) {
                number = number * 10 + Math.max(0, Math.min(9, item.charAt(i) - '0'));
            }
            return Math.min(number, AMONG_PATHS - 1);
        }
    }
}
