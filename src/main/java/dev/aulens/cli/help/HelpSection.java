package dev.aulens.cli.help;

import dev.aulens.query.options.OptionText;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A part of a command's help: options under a heading, which picocli shows and completes, but does not read. */
public final class HelpSection {

    private final ArgGroupSpec.Builder group;

    /** @param heading above the options */
    public HelpSection(String heading) {
        this.group = ArgGroupSpec.builder()
                .heading("%n" + heading + "%n")
                .validate(false)
                .exclusive(false)
                .multiplicity("0..1");
    }

    /** Adds an option below those that are there. */
    public void add(OptionText text) {
        OptionSpec.Builder spec =
                OptionSpec.builder(text.names().toArray(String[]::new)).description(text.help());
        String label = text.label();
        group.addArg(
                label == null
                        ? spec.arity("0").type(boolean.class).build()
                        : spec.arity("1")
                                .type(String.class)
                                .paramLabel(label)
                                .completionCandidates(text.words().isEmpty() ? null : text.words())
                                .build());
    }

    /** Adds the section to the help, unless it is empty. */
    public void addTo(CommandSpec command) {
        if (!group.args().isEmpty()) {
            command.addArgGroup(group.build());
        }
    }
}
