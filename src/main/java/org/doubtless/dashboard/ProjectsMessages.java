package org.doubtless.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The list of projects. */
@MessageBundle("projects")
public interface ProjectsMessages {
    @Message("Projects")
    String projects();

    @Message("No projects yet")
    String none();

    @Message("Bring your own images, or see it work first: the demo draws 3,000 pollen grains and lets you label them.")
    String noneSays();

    @Message("New project")
    String newProject();

    @Message("Try the demo")
    String demo();

    @Message("1 project")
    String one();

    @Message("{count} projects")
    String many(int count);

    @Message(", all there are")
    String allThereAre();

    @Message(", all of them yours")
    String allYours();

    @Message("Find a project")
    String find();

    @Message("Your projects")
    String yours();

    @Message("Project")
    String project();

    @Message("Accuracy")
    String accuracy();

    @Message("with its interval, 0 to 100 %")
    String interval();

    @Message("Labels")
    String labels();

    @Message("Expert time")
    String expertTime();

    @Message("Doubt left")
    String doubtLeft();

    @Message("Advice")
    String advice();

    @Message("Now")
    String now();

    @Message("The part that lies in the models, then the part that lies in the images")
    String doubtParts();
}
