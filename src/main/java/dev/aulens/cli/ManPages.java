package dev.aulens.cli;

import dev.aulens.cli.help.CompletionScript;
import dev.aulens.cli.help.ManPage;
import dev.aulens.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import picocli.CommandLine;

/** Writes the manual and the shells' completions from the commands' own model. The build runs it; users do not. */
final class ManPages {

    private ManPages() {}

    /**
     * Writes {@code man/man1/*.1}, {@code completions/bash/aulens} and {@code completions/zsh/aulens.zsh}.
     *
     * @param args the folder to write to
     * @throws IOException if that is not possible
     */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[0]);
        CommandLine root = Main.commandLine(Terminal.ofProcess(System.out), EnumSet.allOf(Subcommand.class));
        Path manual = Files.createDirectories(target.resolve("man").resolve("man1"));
        writePages(root, manual);
        String script = CompletionScript.of(root);
        Path completions = target.resolve("completions");
        Files.writeString(Files.createDirectories(completions.resolve("bash")).resolve("aulens"), script);
        Files.writeString(Files.createDirectories(completions.resolve("zsh")).resolve("aulens.zsh"), script);
    }

    private static void writePages(CommandLine command, Path folder) throws IOException {
        ManPage page = new ManPage(command);
        Files.writeString(folder.resolve(page.name() + ".1"), page.roff());
        for (CommandLine subcommand : ManPage.visible(command)) {
            writePages(subcommand, folder);
        }
    }
}
