package dev.aulens.query.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How long ago this machine was started. */
public final class Uptime {

    private Uptime() {}

    /** Returns the first number of {@code /proc/uptime} in whole seconds; zero where there is no such file. */
    public static Duration ofThisMachine() {
        try {
            String text = Files.readString(Path.of("/proc/uptime"));
            return Duration.ofSeconds(Math.round(Double.parseDouble(text.substring(0, text.indexOf(' ')))));
        } catch (IOException | RuntimeException e) {
            return Duration.ZERO;
        }
    }
}
