package org.doubtless.cli.predict;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What the command printed, and how it ended. */
public record Predicted(int status, String answers, String complaints) {
    /** Runs the command within this program. */
    public static Predicted by(String... arguments) {
        StringWriter answers = new StringWriter();
        StringWriter complaints = new StringWriter();
        int status = new CommandLine(new PredictCommand())
                .setOut(new PrintWriter(answers))
                .setErr(new PrintWriter(complaints))
                .execute(arguments);
        return new Predicted(status, answers.toString(), complaints.toString());
    }
}
