package org.doubtless.exchange;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The page on which a lead chooses what to export. */
@MessageBundle("export")
public interface ExportMessages {
    @Message("Export")
    String export();

    @Message("{count} images")
    String images(String count);

    @Message("What you take with you")
    String take();

    @Message("Format")
    String format();

    @Message("CSV table")
    String csvTitle();

    @Message("A row an image, for spreadsheets and notebooks.")
    String csv();

    @Message("JSON")
    String jsonTitle();

    @Message("The same with the project’s settings and the model’s origin inside.")
    String json();

    @Message("COCO")
    String cocoTitle();

    @Message("Images, categories and one annotation for each labelled image.")
    String coco();

    @Message("Image folders")
    String imagefolderTitle();

    @Message("A ZIP with the labelled images, a folder for each label, and the table beside them.")
    String imagefolder();

    @Message("Labels")
    String labels();

    @Message("Labels of people only")
    String human();

    @Message("{count} images.")
    String humanSays(String count);

    @Message("And the labels that a model gave")
    String all();

    @Message("{count} images more. Each is marked as automatic.")
    String allSays(String count);

    @Message("Beside them")
    String beside();

    @Message("What the model says: its label, how likely, and its two doubts")
    String uncertainty();

    @Message("By the model that is published now.")
    String byPublished();

    @Message("No model is published yet: these columns will be empty.")
    String noModel();

    @Message("Names of the people who labelled")
    String people();

    @Message("Without it they are numbers. Names are personal data: think of who gets the file.")
    String peopleSays();

    @Message("Settings and origin")
    String origin();

    @Message(
            "One instant: what people answer while your browser fetches the file is not in it. Only leads may export, because the file tells which images are control images.")
    String instant();

    @Message("What will be in it")
    String inside();

    @Message("Labelled by people")
    String byPeople();

    @Message("Labelled by a model")
    String byModel();

    @Message("Without a label")
    String without();

    @Message("Waiting, unclear, disputed or flagged: their rows say which.")
    String withoutSays();

    @Message("For programs")
    String programs();

    @Message("Copy")
    String copy();

    @Message("The same as a command")
    String command();

    @Message("Make a token under")
    String tokenUnder();

    @Message("API tokens")
    String tokens();

    @Message(". If the command fails, what it left is not whole.")
    String tokenThen();

    @Message("Columns")
    String columns();

    @Message("The columns of the table, and the fields of an image in JSON")
    String columnsCaption();

    @Message("Column")
    String column();

    @Message("What it says")
    String says();
}
