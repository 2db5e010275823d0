package org.doubtless.audit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The audit log, and a word for each {@link Deed}. */
@MessageBundle("audit")
public interface AuditMessages {
    @Message("Audit log")
    String title();

    @Message(
            "Who did what, and when. Answers are not in it: each is kept with its person and time where it was given. Nothing here can be changed.")
    String says();

    @Message("Deeds, newest first")
    String table();

    @Message("Person")
    String person();

    @Message("Project")
    String project();

    @Message("Deed")
    String deed();

    @Message("When")
    String when();

    @Message("To what")
    String what();

    @Message("Outcome")
    String ending();

    @Message("Everybody")
    String everybody();

    @Message("All projects")
    String allProjects();

    @Message("Everything")
    String everything();

    @Message("From")
    String from();

    @Message("To")
    String until();

    @Message("Days in UTC.")
    String utc();

    @Message("Show")
    String show();

    @Message("Show all")
    String all();

    @Message("CSV")
    String csv();

    @Message("Older")
    String older();

    @Message("nobody")
    String nobody();

    @Message("by token")
    String byToken();

    @Message("done")
    String done();

    @Message("refused")
    String refused();

    @Message("failed")
    String failed();

    @Message("not known")
    String unknown();

    @Message(
            "Nothing has been done here yet. Changes of settings, members, rounds and exports appear here the moment they are made.")
    String none();

    @Message("Nothing like this was done. Show all, or choose other days.")
    String noneSuch();

    @Message("Audit log of this project")
    String forLeads();

    @Message("Signed in")
    String signedIn();

    @Message("Failed to sign in")
    String signInFailed();

    @Message("Signed out")
    String signedOut();

    @Message("Set the installation up")
    String setUp();

    @Message("Created an account")
    String accountCreated();

    @Message("Changed an account")
    String accountChanged();

    @Message("Activated or deactivated an account")
    String accountSwitched();

    @Message("Changed who is administrator")
    String roleChanged();

    @Message("Changed their own account")
    String ownAccountChanged();

    @Message("Created an API token")
    String tokenCreated();

    @Message("Revoked an API token")
    String tokenRevoked();

    @Message("Created a project")
    String projectCreated();

    @Message("Changed a project’s settings")
    String projectChanged();

    @Message("Deleted a project")
    String projectDeleted();

    @Message("Set when rounds start")
    String roundsSet();

    @Message("Set the rule of automatic labels")
    String automaticSet();

    @Message("Set how many readers")
    String readersSet();

    @Message("Set gold images and repeats")
    String checksSet();

    @Message("Set the thresholds of the routes")
    String routesSet();

    @Message("Gave a member a role")
    String memberSet();

    @Message("Removed a member")
    String memberRemoved();

    @Message("Sent images")
    String imagesSent();

    @Message("Sent images on")
    String imagesSentOn();

    @Message("Took sent images back")
    String sendingTakenBack();

    @Message("Marked an image as gold")
    String goldMarked();

    @Message("Took the gold mark away")
    String goldUnmarked();

    @Message("Decided between readers")
    String disagreementDecided();

    @Message("Started a replay")
    String replayed();

    @Message("Had the labels checked")
    String labelsChecked();

    @Message("Started a round")
    String roundStarted();

    @Message("Called the next round off")
    String nextRoundCancelled();

    @Message("Published a model")
    String modelPublished();

    @Message("Had a model’s file made")
    String modelFileMade();

    @Message("Downloaded a model")
    String modelFileTaken();

    @Message("Took automatic labels back")
    String labelsTakenBack();

    @Message("Asked for an encoder")
    String encoderWanted();

    @Message("Gave the encoder up")
    String encoderForgotten();

    @Message("Exported the project")
    String exported();

    @Message("Exported the audit log")
    String auditExported();

    @Message("Cancelled a job")
    String jobCancelled();

    @Message("Began a job again")
    String jobRetried();

    @Message("Made a demo")
    String demoMade();

    @Message("Set the demo’s expert")
    String oracleSet();
}
