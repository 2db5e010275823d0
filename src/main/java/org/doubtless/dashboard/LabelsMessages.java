package org.doubtless.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How far readers agree, and where a lead decides between them. */
@MessageBundle("labels")
public interface LabelsMessages {
    @Message("Labels")
    String labels();

    @Message("{count} waiting for another reader")
    String waiting(String count);

    @Message("Better picture needed: {count}")
    String better(String count);

    @Message("Decide where readers differ: {count}")
    String decide(String count);

    @Message("How far readers agree")
    String agree();

    @Message(
            "{sentence} The figures below leave out what chance alone would give: 1.00 is always, 0.00 is no better than chance.")
    String chance(String sentence);

    @Message("Agreement of all readers")
    String agreementOfAll();

    @Message("Figure")
    String figure();

    @Message("Value")
    String value();

    @Message("95 % interval")
    String interval();

    @Message("What it is over")
    String over();

    @Message("Agreement of each two readers")
    String agreementOfTwo();

    @Message("Two readers")
    String twoReaders();

    @Message("Said the same")
    String same();

    @Message("Share")
    String share();

    @Message("Cohen’s kappa")
    String kappa();

    @Message(
            "“Cannot tell” counts as an answer of its own, a flag as none. What a lead decided changes nothing here: these are the answers that readers gave alone.")
    String note();

    @Message("Nobody has read the same image as somebody else yet.")
    String nobodyYet();

    @Message("Ask two people")
    String askTwo();

    @Message("about a share of the images, and this page says how well they agree.")
    String askTwoSays();

    @Message("Decide")
    String title();

    @Message("Decide where readers of {name} differ")
    String heading(String name);

    @Message("Back to the labels")
    String back();

    @Message("Image")
    String image();

    @Message("Decision")
    String decision();

    @Message("Readers differ")
    String differ();

    @Message("Names")
    String names();

    @Message("What they said")
    String said();

    @Message("What is it?")
    String whatIsIt();

    @Message("Cannot tell")
    String cannotTell();

    @Message("Before")
    String before();

    @Message("Later")
    String later();

    @Message("“Cannot tell” puts it among the images that need a better picture.")
    String cannotTellPuts();

    @Message("Take back")
    String takeBack();

    @Message("Your answers")
    String yourAnswers();

    @Message("How they hold")
    String howTheyHold();

    @Message(
            "Some images that you are asked have an answer that is known, and some you answered before. You are not told which. They are counted in tens, and only you and the project’s leads see this.")
    String howTheyHoldSays();

    @Message("Right where the answer is known")
    String rightWhereKnown();

    @Message("The same as you said before")
    String sameAsBefore();

    @Message("Readers against what is known")
    String checks();

    @Message(
            "Gold images have an answer that a lead gave beforehand; repeats are images that the same person answered before. Nobody is told which they are. They change no label. In brackets: the 95 % interval.")
    String checksSays();

    @Message("Each reader on gold images and repeats, by name")
    String checksTable();

    @Message("Reader")
    String reader();

    @Message("Right on gold")
    String rightOnGold();

    @Message("What to make of it")
    String whatToMake();

    @Message("Same again")
    String sameAgain();

    @Message("Nobody has answered one yet. Mark images as gold in the")
    String noChecks();

    @Message("pool")
    String noChecksPool();

    @Message(", and say in the")
    String noChecksAnd();

    @Message("settings")
    String noChecksSettings();

    @Message("how often they are asked.")
    String noChecksHow();
}
