package org.doubtless.exchange;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What each column of an export says, by its name. */
@MessageBundle("columns")
public interface ColumnMessages {
    @Message("Its number here.")
    String image();

    @Message("Its name when it came, with its folder.")
    String filename();

    @Message("Of the file’s bytes; two files with the same are the same.")
    String sha256();

    @Message("In pixels, as shown.")
    String width();

    @Message("In pixels, as shown.")
    String height();

    @Message("Of the file in the ZIP.")
    String path();

    @Message("The label’s number; empty without a label.")
    String labelId();

    @Message("Its name.")
    String label();

    @Message("labelled, cannot_tell or flagged; empty while it is open.")
    String outcome();

    @Message("The same, or waiting, disagreement (readers differ, nobody decided), automatic.")
    String state();

    @Message("Who gave it: person, consensus (of several readers), adjudication (a lead), automatic (a model).")
    String source();

    @Message("How many people’s answers stand.")
    String readers();

    @Message("The largest share of several readers that said the same.")
    String agreement();

    @Message("active, or control: measures the models, never trained on.")
    String arm();

    @Message("When the label came to be.")
    String labelledAt();

    @Message("That people took for it, all together.")
    String milliseconds();

    @Message("Whose answers stand: numbers, or names if you ask for them.")
    String annotators();

    @Message("Who decided where readers differed.")
    String decidedBy();

    @Message("The number of the published model, whose words follow.")
    String modelVersion();

    @Message("The label that it thinks likeliest.")
    String prediction();

    @Message("How likely it thinks that is, 0 to 1.")
    String probability();

    @Message("0 is sure, 1 is guessing: more labels help.")
    String modelDoubt();

    @Message("The same for the image itself: more labels do not help.")
    String dataDoubt();
}
