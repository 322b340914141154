package dev.aulens.report;

import java.util.regex.Pattern;

/**
 * A rule that would leave events out, in the words of auditctl(8). It has to stand before the rule that logs them.
 *
 * @param architecture of the system call
 * @param call the system call's name
 * @param executable the program's path; empty if the events do not say it
 * @param result of the calls, as a rule's field: {@code success=1}, {@code exit=-13}
 */
record ExcludeRule(String architecture, String call, String executable, String result) {

    /** auditctl divides a rule at blanks and has no quotes; what else stands here could be another rule's words. */
    private static final Pattern PLAIN = Pattern.compile("[\\w./+@:-]+");

    /** Returns the rule's line; empty if a rule cannot say what these events have in common. */
    String line() {
        boolean isPlain = PLAIN.matcher(architecture).matches()
                && PLAIN.matcher(call).matches()
                && executable.startsWith("/")
                && PLAIN.matcher(executable).matches();
        boolean isNumber = !call.isEmpty() && !call.startsWith("unknown-");
        if (!isPlain || !isNumber) {
            return "";
        }
        return "-a never,exit -F arch=" + architecture + " -S " + call + " -F " + result + " -F exe=" + executable;
    }
}
