package org.doubtless.project;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** A new project, step by step. */
@MessageBundle("wizard")
public interface WizardMessages {
    @Message("New project")
    String newProject();

    @Message("Name, times and people can be changed later")
    String changedLater();

    @Message("Steps")
    String steps();

    @Message("Name")
    String name();

    @Message("Labels")
    String labels();

    @Message("Images")
    String images();

    @Message("What is it about?")
    String about();

    @Message("A name that your colleagues know it by.")
    String aboutSays();

    @Message("Name of the project")
    String nameOf();

    @Message("Spring pollen 2026")
    String placeholder();

    @Message("Cancel")
    String cancel();

    @Message("Next: labels")
    String nextLabels();

    @Message("What do you want to tell apart?")
    String tellApart();

    @Message("One label an image. Keys are given in this order; put the commonest first.")
    String oneLabel();

    @Message("Type a label, then Enter")
    String typeLabel();

    @Message("Or paste a list, one a line. There is no limit; past ten, the keys go on with letters.")
    String paste();

    @Message("“Cannot tell” is an answer")
    String cannotTell();

    @Message("on")
    String on();

    @Message("Experts may say that the image is unclear. The answer is kept; no model learns from it.")
    String cannotTellSays();

    @Message("Control arm")
    String controlArm();

    @Message("1 in 20")
    String inTwenty();

    @Message("1 in 10")
    String inTen();

    @Message("1 in 5")
    String inFive();

    @Message("One image in twenty")
    String oneInTwenty();

    @Message("One image in ten")
    String oneInTen();

    @Message("One image in five")
    String oneInFive();

    @Message("is drawn by chance and never trained on. Your accuracy is measured there. It cannot be changed later.")
    String drawn();

    @Message("Model doubt.")
    String modelDoubt();

    @Message("The models disagree: a label helps. You are asked about these images first.")
    String modelDoubtSays();

    @Message("Data doubt.")
    String dataDoubt();

    @Message(
            "All models find the image unclear: a second reader or a better image may help. Below about 100 labels the two cannot be told apart yet.")
    String dataDoubtSays();

    @Message("Back")
    String back();

    @Message("Next: images")
    String nextImages();
}
