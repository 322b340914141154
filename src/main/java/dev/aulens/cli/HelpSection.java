package dev.aulens.cli;

import dev.aulens.query.options.OptionText;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A part of a command's help: options under a heading, which picocli shows and completes, but does not read. */
final class HelpSection {

    private final ArgGroupSpec.Builder group;

    HelpSection(String heading) {
        this.group = ArgGroupSpec.builder()
                .heading("%n" + heading + "%n")
                .validate(false)
                .exclusive(false)
                .multiplicity("0..1");
    }

    void add(OptionText text) {
        OptionSpec.Builder spec =
                OptionSpec.builder(text.names().toArray(String[]::new)).description(text.help());
        String label = text.label();
        group.addArg(
                label == null
                        ? spec.arity("0").type(boolean.class).build()
                        : spec.arity("1").type(String.class).paramLabel(label).build());
    }

    /** Adds the section to the help, unless it is empty. */
    void addTo(CommandSpec command) {
        if (!group.args().isEmpty()) {
            command.addArgGroup(group.build());
        }
    }
}
