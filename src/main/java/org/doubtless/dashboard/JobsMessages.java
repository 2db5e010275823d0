package org.doubtless.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Background work: all jobs, and one of them. */
@MessageBundle("jobs")
public interface JobsMessages {
    @Message("Jobs")
    String jobs();

    @Message("Workers")
    String workers();

    @Message("Which jobs")
    String which();

    @Message("All")
    String all();

    @Message("Running")
    String running();

    @Message("Failed")
    String failed();

    @Message("Jobs, newest first")
    String newestFirst();

    @Message("State")
    String state();

    @Message("Job")
    String job();

    @Message("Project")
    String project();

    @Message("Progress")
    String progress();

    @Message("Now")
    String now();

    @Message("Started by")
    String startedBy();

    @Message("Took")
    String took();

    @Message("Open or cancel")
    String openOrCancel();

    @Message("No jobs here. Imports and rounds appear the moment they start.")
    String none();

    @Message("Cancel")
    String cancel();

    @Message("Try again")
    String retry();

    @Message("Log")
    String log();

    @Message("Copy")
    String copy();
}
