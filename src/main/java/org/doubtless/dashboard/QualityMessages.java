package org.doubtless.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The quality of the labels: people, what their answers cost, and labels to look at again. */
@MessageBundle("quality")
public interface QualityMessages {
    @Message("People")
    String people();

    @Message(
            "How long an answer takes each person, and how often a second reader said the same. In brackets: the 95 % interval.")
    String peopleSays();

    @Message("Name")
    String name();

    @Message("Answers")
    String answers();

    @Message("An answer takes")
    String takes();

    @Message("Agrees with a second reader")
    String agrees();

    @Message("Of these unclear")
    String unclear();

    @Message("{n} s")
    String seconds(String n);

    @Message("half between {low} and {high} s")
    String between(String low, String high);

    @Message("{n} %")
    String share(String n);

    @Message("{low} to {high}")
    String range(String low, String high);

    @Message("of {n}")
    String ofPairs(String n);

    @Message("none yet")
    String none();

    @Message("Slower is not worse: some people read more of the unclear images. Nobody is ranked here.")
    String fair();

    @Message("The intervals overlap, so chance alone may make these differences.")
    String chance();

    @Message("Each person sees only their own row.")
    String ownRow();

    @Message("Nobody has answered yet. Each person who labels appears here with their first answer.")
    String nobody();

    @Message("Do people disagree where the model expects it?")
    String expects();

    @Message(
            "Images with two readers or more, by the data doubt of the published model. It has learnt what these readers said, so its doubt is not independent of them.")
    String expectsSays();

    @Message("Data doubt")
    String dataDoubt();

    @Message("Images")
    String images();

    @Message("All said the same")
    String allSame();

    @Message("With its interval")
    String interval();

    @Message("below {n}")
    String under(String n);

    @Message("{n} and above")
    String over(String n);

    @Message("{low} to {high}")
    String from(String low, String high);

    @Message("No image has two readers and a score yet. Ask two people about some images in the settings.")
    String noneRead();

    @Message("What each class cost")
    String cost();

    @Message("Minutes that people spent on answers, those taken back included.")
    String costSays();

    @Message("Class")
    String clazz();

    @Message("Minutes")
    String minutes();

    @Message("Each")
    String each();

    @Message("Cannot tell, skipped or flagged")
    String noClass();

    @Message("Nothing has been answered yet.")
    String noCost();

    @Message("Labels to look at again")
    String again();

    @Message(
            "Each label was judged by a model that had not learnt it, nor a fifth of the others: five models took turns. A label is here where another class is confidently likelier. Control images are left out: to correct them only where a model differs would make it look better than it is.")
    String againSays();

    @Message("Check the labels")
    String check();

    @Message("K keeps the label; the key on the other button corrects it; the arrows move.")
    String keys();

    @Message("Your pace and agreement")
    String own();

    @Message("Counted in tens. Only you and the project’s leads see this.")
    String ownSays();

    @Message("Ten answers are needed before there is anything to show. Keep labelling.")
    String ownNone();
}
