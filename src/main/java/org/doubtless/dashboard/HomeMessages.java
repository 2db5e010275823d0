package org.doubtless.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The home of a project. */
@MessageBundle("home")
public interface HomeMessages {
    @Message("Advice")
    String advice();

    @Message("model doubt")
    String modelDoubt();

    @Message("data doubt")
    String dataDoubt();

    @Message("Add images")
    String addImages();

    @Message("Label")
    String label();

    @Message("Train now")
    String trainNow();

    @Message("All models")
    String allModels();

    @Message("Learning curve")
    String curve();

    @Message("The curve begins with the first model that was measured on labelled control images.")
    String curveBegins();

    @Message("Accuracy")
    String accuracy();

    @Message("Labels")
    String labels();

    @Message("Expert time")
    String expertTime();

    @Message("“Cannot tell”")
    String cannotTell();

    @Message("Images")
    String images();

    @Message("Queue")
    String queue();

    @Message("Automatic labels")
    String automatic();

    @Message("Show them")
    String showThem();

    @Message("Rule")
    String rule();

    @Message("Promise")
    String promise();

    @Message("Audit")
    String audit();

    @Message("live")
    String live();

    @Message("Log")
    String log();

    @Message("You keep labelling meanwhile; the old queue serves until the last step.")
    String meanwhile();

    @Message("Do without the round that follows")
    String cancelNext();

    @Message("Next round")
    String nextRound();

    @Message("Let an oracle label")
    String oracle();

    @Message("Speed of the oracle")
    String oracleSpeed();

    @Message("Off")
    String off();

    @Message("Slow")
    String slow();

    @Message("Fast")
    String fast();

    @Message(
            "In the demo the truth is known. The oracle answers with it, as an expert would, so that you see queue, rounds and accuracy move.")
    String oracleSays();

    @Message("Of which classes")
    String curveOf();

    @Message("All classes")
    String allClasses();

    @Message("Per class")
    String perClass();

    @Message("Over what")
    String curveOver();

    @Message("Minutes")
    String minutes();

    @Message("Open the pool")
    String openPool();

    @Message("Ask an expert")
    String ask();

    @Message("The models disagree, or have not seen them")
    String askSays();

    @Message("Second reader")
    String secondReader();

    @Message("The image is unclear")
    String secondReaderSays();

    @Message("Needs a better image")
    String betterImage();

    @Message("Readers cannot tell, or differ")
    String betterImageSays();

    @Message("Candidates for automatic labels")
    String sure();

    @Message("Both doubts are low")
    String sureSays();
}
