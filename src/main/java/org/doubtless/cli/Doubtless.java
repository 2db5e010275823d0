package org.doubtless.cli;

import org.doubtless.cli.predict.PredictCommand;
import org.doubtless.cli.simulate.SimulateCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doubtless",
        description = "Label only what the model doubts.",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        subcommands = {
            Serve.class,
            Worker.class,
            CreateAccountCommand.class,
            CreateTokenCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            SimulateCommand.class,
            PredictCommand.class
        })
final class Doubtless implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
