package org.doubtless.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/** The program's entry: {@code serve} when no command is named. */
@QuarkusMain
public final class Main {
    Main() {}

    public static void main(String... args) {
        CommandLine commands = new CommandLine(new Doubtless());
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("doubtless: " + failure.getMessage());
            return 1;
        });
        System.exit(commands.execute(args.length == 0 ? new String[] {"serve"} : args));
    }
}
