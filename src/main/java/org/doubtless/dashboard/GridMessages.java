package org.doubtless.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The labelling page for many images at once. */
@MessageBundle("grid")
public interface GridMessages {
    @Message("Sheet")
    String sheet();

    @Message("Class")
    String kind();

    @Message("Images on a sheet")
    String size();

    @Message("Exceptions")
    String exceptions();

    @Message("Press an image that is something else, or move with the arrow keys and press")
    String howMark();

    @Message("Then give it its label, or leave it for the desk.")
    String howThen();

    @Message("Marked images")
    String marked();

    @Message("Confirm")
    String confirm();

    @Message("Swap all")
    String swap();

    @Message("Each image is stored as its own answer and can be taken back alone.")
    String ownAnswer();

    @Message(".")
    String stop();
}
