package dev.aulens.report.options;

import dev.aulens.query.options.OptionText;

/** What aureport prints for {@code --help} and after an error. */
public final class Usage {

    private static final int HELP_COLUMN = 40;
    private static final int TAB = 8;

    private Usage() {}

    /** Returns the lines. */
    public static String text() {
        StringBuilder text = new StringBuilder("usage: aureport [options]\n");
        for (ReportOption option : ReportOption.values()) {
            if (option.isAureport() && option.group() != ReportOption.Group.HIDDEN) {
                append(option.text(), text);
            }
        }
        return text.append("\tIf no report is given, the summary report will be displayed\n")
                .toString();
    }

    private static void append(OptionText option, StringBuilder text) {
        String label = option.label();
        String left = String.join(",", option.names()) + (label == null ? "" : " " + label);
        text.append('\t').append(left);
        int column = TAB + left.length();
        do {
            text.append('\t');
            column = (column / TAB + 1) * TAB;
        } while (column < HELP_COLUMN);
        text.append(option.help()).append('\n');
    }
}
