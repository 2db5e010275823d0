package org.doubtless.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The labelling page. */
@MessageBundle("desk")
public interface DeskMessages {
    @Message("Label")
    String label();

    @Message("Label {name}")
    String title(String name);

    @Message("Back to the project")
    String backToProject();

    @Message("Pause")
    String pause();

    @Message("Keys and help")
    String keysAndHelp();

    @Message("Image")
    String image();

    @Message("View")
    String view();

    @Message("Zoom out")
    String zoomOut();

    @Message("Zoom in")
    String zoomIn();

    @Message("Fit")
    String fit();

    @Message("Sharp pixels")
    String sharpPixels();

    @Message("Brightness")
    String brightness();

    @Message("Brightness: hold B and turn the wheel")
    String brightnessHow();

    @Message("Contrast")
    String contrast();

    @Message("Contrast: hold C and turn the wheel")
    String contrastHow();

    @Message("Invert")
    String invert();

    @Message("As it is")
    String asItIs();

    @Message("Brightness and contrast")
    String adjust();

    @Message("Stays for the next images.")
    String stays();

    @Message("An earlier image. A label corrects it.")
    String earlierImage();

    @Message("Back to now")
    String backToNow();

    @Message("Answer")
    String answer();

    @Message("What is it?")
    String whatIsIt();

    @Message("Find a label")
    String findLabel();

    @Message("Why this image?")
    String why();

    @Message("No label has this in its name.")
    String noLabel();

    @Message("Submit")
    String submit();

    @Message("Cannot tell")
    String cannotTell();

    @Message("Flag")
    String flag();

    @Message("Skip")
    String skip();

    @Message("Back")
    String back();

    @Message("“Cannot tell” counts: it marks the image as unclear.")
    String cannotTellCounts();

    @Message("an image on average")
    String onAverage();

    @Message("in this sitting")
    String inSitting();

    @Message("Take back")
    String takeBack();

    @Message("Look back")
    String lookBack();

    @Message("Hide")
    String hide();

    @Message("History")
    String history();

    @Message("Flag this image")
    String flagTitle();

    @Message("What is wrong with it?")
    String flagWhat();

    @Message("A lead reads it. The image leaves the queue.")
    String flagHelp();

    @Message("Keep it")
    String keepIt();

    @Message("Keys")
    String keys();

    @Message("yours only, on every machine")
    String keysYours();

    @Message("Close")
    String close();

    @Message("Your session")
    String session();

    @Message("only you see this")
    String sessionYours();

    @Message("Minutes you have")
    String sessionMinutes();

    @Message("no limit")
    String sessionNoLimit();

    @Message("Images a day, in all your projects")
    String dailyGoal();

    @Message("no goal")
    String noGoal();

    @Message("One by one or in a grid")
    String ways();

    @Message("One by one")
    String oneByOne();

    @Message("Grid")
    String grid();
}
