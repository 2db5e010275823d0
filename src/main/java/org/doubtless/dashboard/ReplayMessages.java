package org.doubtless.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** A project's labels asked for again, in two orders. */
@MessageBundle("replay")
public interface ReplayMessages {
    @Message("Replay")
    String title();

    @Message(
            "Your own labels, asked for again: five times in the order in which Doubtless asks, five times by chance. Both begin without a label and learn alike; your control images measure both.")
    String says();

    @Message("Replay now")
    String start();

    @Message("What the order was worth")
    String curves();

    @Message("What this leaves out")
    String caveatTitle();

    @Message(
            "Only images that have a label can be asked for again, and the active order chose most of them. So the random order draws from images that were worth asking about, and it has no dull ones to waste labels on: it looks better here than it would be on the whole pool. On the other hand both orders know only the labelled images, and without the others around them the active order has less to go by. Which of the two weighs more, nobody can tell from here.")
    String caveat();

    @Message("The interval covers what the five draws change, not which control images happen to measure.")
    String interval();

    @Message("The accuracy to reach is 98 % of the least that any run ends with, so that every run reaches it.")
    String target();

    @Message("Labels")
    String back();
}
