package org.doubtless.dashboard.map;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The maps. */
@MessageBundle("map")
public interface MapMessages {
    @Message("Doubt map")
    String doubtMap();

    @Message(
            "Each mark is an image; squares hold many. Right: unclear images. Up: the models disagree. Drag to choose images; drag the two lines to move the thresholds.")
    String say();

    @Message("Colour by")
    String colourBy();

    @Message("Route")
    String route();

    @Message("Class")
    String predicted();

    @Message("State")
    String state();

    @Message("All classes")
    String allClasses();

    @Message("Only images that the model takes for")
    String onlyPredicted();

    @Message("Zoom in")
    String zoomIn();

    @Message("Zoom out")
    String zoomOut();

    @Message("Show everything")
    String zoomAll();

    @Message("Selection")
    String selection();

    @Message("Clear")
    String clear();

    @Message("Choose images")
    String nothingChosen();

    @Message(
            "Drag a rectangle over the map, or type its borders here. Show the map as a table to choose with the keyboard.")
    String howToChoose();

    @Message("Model doubt")
    String modelDoubt();

    @Message("Data doubt")
    String dataDoubt();

    @Message("from")
    String from();

    @Message("to")
    String to();

    @Message("Choose")
    String choose();

    @Message("Put first in the queue")
    String putFirst();

    @Message("Second reader")
    String secondReader();

    @Message("Better image")
    String betterImage();

    @Message(
            "Every step is logged and can be taken back. Images of the control arm and of audits stay where chance put them.")
    String logged();

    @Message("Last steps")
    String lastSteps();

    @Message("Show more")
    String more();

    @Message("Images of the selection")
    String images();

    @Message("The doubts over the versions")
    String history();

    @Message("Threshold")
    String threshold();

    @Message("Close")
    String close();

    @Message("Image")
    String image();

    @Message("Map of the images by their doubts")
    String map();

    @Message("Label as…")
    String labelAs();

    @Message("Likeness map")
    String likenessMap();

    @Message(
            "Images that look alike lie close together; distances between far groups mean little. Draw a line around images to choose them.")
    String likenessSay();

    @Message("Prediction")
    String prediction();

    @Message("Label")
    String label();

    @Message("Doubt")
    String doubt();

    @Message("Like no other")
    String strangers();

    @Message(
            "The images that are least like the rest of the pool; the figure says how many of it are less strange. Some are damaged or do not belong; some are rare and worth a label.")
    String strangersSay();

    @Message("Nearly the same")
    String duplicates();

    @Message(
            "Pairs that look most alike, the nearest in front. If both are in the pool by mistake, one label would do for both.")
    String duplicatesSay();

    @Message("By doubt")
    String byDoubt();

    @Message("By likeness")
    String byLikeness();

    @Message("Maps")
    String maps();

    @Message("Draw a line around images on the map. Show the map as a table to choose with the keyboard.")
    String drawAround();

    @Message("Map of the images by their likeness")
    String likeness();
}
