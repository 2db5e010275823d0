package org.doubtless.pool;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The pool, and how images come into it. */
@MessageBundle("pool")
public interface PoolMessages {
    @Message("Pool")
    String pool();

    @Message("{count} images")
    String images(String count);

    @Message("Add images")
    String addImages();

    @Message("State")
    String state();

    @Message("All states")
    String allStates();

    @Message("No answer yet")
    String noAnswer();

    @Message("Labelled automatically")
    String automatic();

    @Message("Labelled by people")
    String byPeople();

    @Message("Cannot tell")
    String cannotTell();

    @Message("Flagged")
    String flagged();

    @Message("Readers disagree")
    String disagree();

    @Message("Set aside: not readable")
    String setAside();

    @Message("Label")
    String label();

    @Message("All labels")
    String allLabels();

    @Message("Route")
    String route();

    @Message("All routes")
    String allRoutes();

    @Message("Ask an expert")
    String askExpert();

    @Message("Second reader")
    String secondReader();

    @Message("Needs a better image")
    String betterImage();

    @Message("Sure enough to label")
    String sure();

    @Message("Show images whatever the model takes them for")
    String clearPrediction();

    @Message("Order")
    String order();

    @Message("Oldest first")
    String oldest();

    @Message("Newest first")
    String newest();

    @Message("Most model doubt first")
    String mostModelDoubt();

    @Message("Most data doubt first")
    String mostDataDoubt();

    @Message("List as CSV")
    String csv();

    @Message("Images")
    String imageList();

    @Message("Nothing here")
    String nothing();

    @Message("No image of the pool is like that. Choose another state or label, or add images.")
    String nothingSays();

    @Message("Show more")
    String more();

    @Message("Image")
    String image();

    @Message("Close")
    String close();

    @Message("to the pool of")
    String toPool();

    @Message("Bring images")
    String bring();

    @Message("Drop images, folders or ZIP files here")
    String drop();

    @Message("JPEG, PNG, GIF, BMP, TIFF, WebP; up to {most} megapixels each")
    String formats(int most);

    @Message("Choose files")
    String chooseFiles();

    @Message("Choose a folder")
    String chooseFolder();

    @Message("The same image twice is kept once; its label stays.")
    String twice();

    @Message("A fixed share joins the")
    String fixedShare();

    @Message("control arm")
    String controlArm();

    @Message(": drawn by chance, never trained on. It keeps the numbers honest.")
    String fixedShareSays();

    @Message("Cancel")
    String cancel();

    @Message("taken into the pool")
    String taken();

    @Message("active, scored next round")
    String active();

    @Message("control arm, by chance")
    String control();

    @Message("not taken")
    String notTaken();

    @Message("Label them")
    String labelThem();

    @Message("nothing else was held up by")
    String heldUp();

    @Message("Kind")
    String kind();

    @Message("File")
    String file();

    @Message("Why")
    String why();

    @Message("What to do")
    String whatToDo();

    @Message("Chosen images")
    String chosenImages();

    @Message("Choose none")
    String chooseNone();

    @Message("Label as…")
    String labelAs();

    @Message("Mark as gold")
    String markGold();

    @Message("Gold, its right label")
    String gold();

    @Message("Not gold")
    String notGold();
}
