package org.doubtless.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The models of a project, and one beside another. */
@MessageBundle("models")
public interface ModelsMessages {
    @Message("Models")
    String models();

    @Message("newest first; the one that serves ranks the queue")
    String newestFirst();

    @Message("Model versions, newest first")
    String versions();

    @Message("Model")
    String model();

    @Message("State")
    String state();

    @Message("When")
    String when();

    @Message("Labels")
    String labels();

    @Message("Right")
    String right();

    @Message("95 % interval")
    String interval();

    @Message("Against the one before it")
    String against();

    @Message("Model {number}")
    String numbered(int number);

    @Message("not measured")
    String notMeasured();

    @Message("No model yet. The first one comes with the first round that knows labels of two classes.")
    String none();

    @Message("serves")
    String serves();

    @Message("kept, not published")
    String kept();

    @Message("retired")
    String retired();

    @Message("Compare with")
    String compareWith();

    @Message("All models")
    String allModels();

    @Message("Download")
    String download();

    @Message("Publish")
    String publish();

    @Message("Kept but not published. {why} You may publish it all the same.")
    String keptSays(String why);

    @Message("How good it is")
    String howGood();

    @Message("Measured when it was made, on control images that it never learnt from: right on {accuracy}, {interval}.")
    String measuredOn(String accuracy, String interval);

    @Message("Measures")
    String measures();

    @Message("Not measured: no control image was labelled when it was made.")
    String unmeasured();

    @Message("Automatic labels when it was published last. {says}")
    String automatic(String says);

    @Message("Model {number} against {other}")
    String beside(int number, int other);

    @Message("each as it was measured when it was made")
    String eachAsMade();

    @Message("Two models side by side")
    String sideBySide();

    @Message("Measure")
    String measure();

    @Message("Against another")
    String againstAnother();

    @Message("It is the only one so far.")
    String onlyOne();

    @Message("Where it comes from")
    String origin();

    @Message("Leads see this: the seed would tell which images are control images.")
    String leadsOnly();

    @Message("Publish model {number}?")
    String publishTitle(int number);

    @Message(
            "Its scores and a queue ranked by it take the place of those that serve. What is answered stays answered, and any other model can be published again later. The next round’s model takes its place unless it is worse.")
    String publishSays();

    @Message("Leave it")
    String leaveIt();

    @Message("{count} labels,")
    String labelCount(String count);

    @Message("What it mistakes for what")
    String mistakes();

    @Message("data doubt the larger")
    String imageUnclear();

    @Message("model doubt the larger")
    String modelsUnsure();

    @Message("Rows: what people say. Columns: what the model says. Press a cell to see its images.")
    String columns();

    @Message("Can you trust its percentages?")
    String percentages();

    @Message("How much may it answer alone?")
    String answering();

    @Message("Class by class")
    String classByClass();

    @Message(
            "Of the control images of a class, how many it finds; and where it says a class, how often it is right then.")
    String classesSay();
}
