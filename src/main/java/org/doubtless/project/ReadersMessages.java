package org.doubtless.project;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Settings of how people are asked and measured. */
@MessageBundle("readers")
public interface ReadersMessages {
    @Message("The desk")
    String desk();

    @Message("Show people why an image is asked")
    String showWhy();

    @Message(
            "The two doubts, how the models vote, labelled images that look alike, and the rank. Each person may hide it for themselves, too. Of control images, and of as many others, nothing is shown either way.")
    String showWhyHelp();

    @Message("Checks of the readers")
    String checks();

    @Message(
            "Among the images that people are asked stand some whose answer you know, and some that they answered before. Nobody is told which. They say how far answers hold, and change no label.")
    String checksSays();

    @Message("Gold images, in percent of what is asked")
    String goldShare();

    @Message("0: none. Mark images as gold in the pool, each with its right label. Everybody meets each of them once.")
    String goldShareHelp();

    @Message("Repeats, in percent of what is asked")
    String repeatShare();

    @Message("0: none. Each costs as many minutes as a new label.")
    String repeatShareHelp();

    @Message("Other images before a repeat")
    String repeatAfter();

    @Message("So many that nobody remembers: 10 to 10,000.")
    String repeatAfterHelp();
}
