package org.doubtless.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.doubtless.account.Password;

/** Reads a password: typed unseen at a terminal, otherwise the first line of standard input. */
final class PasswordInput {
    private PasswordInput() {}

    static Password read() {
        Console console = System.console();
        if (console == null) {
            return new Password(firstLine());
        }
        String typed = new String(console.readPassword("Password: "));
        if (!typed.equals(new String(console.readPassword("The same again: ")))) {
            throw new IllegalArgumentException("The two passwords differ. Nothing was created; try again.");
        }
        return new Password(typed);
    }

    private static String firstLine() {
        try {
            // Standard input belongs to the process and stays open.
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException("The password could not be read from standard input", e);
        }
    }
}
