package org.doubtless.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A column of the table, which is also a field of the JSON formats. */
public record Column(String name, String says, Function<ExportedImage, Object> read) {
    private static final List<Column> IMAGE = List.of(
            of("image", "Its number here.", ExportedImage::id),
            of("filename", "Its name when it came, with its folder.", ExportedImage::filename),
            of("sha256", "Of the file’s bytes; two files with the same are the same.", ExportedImage::sha256),
            of("width", "In pixels, as shown.", ExportedImage::width),
            of("height", "In pixels, as shown.", ExportedImage::height));
    private static final Column PATH = of("path", "Of the file in the ZIP.", ExportedImage::path);
    private static final List<Column> LABEL = List.of(
            of(
                    "label_id",
                    "The label’s number; empty without a label.",
                    image -> image.label() == null ? null : image.label().id()),
            of(
                    "label",
                    "Its name.",
                    image -> image.label() == null ? null : image.label().name()),
            of("outcome", "labelled, cannot_tell or flagged; empty while it is open.", ExportedImage::outcome),
            of(
                    "state",
                    "The same, or waiting, disagreement (readers differ, nobody decided), automatic.",
                    ExportedImage::state),
            of(
                    "source",
                    "Who gave it: person, consensus (of several readers), adjudication (a lead), automatic (a model).",
                    image -> image.answers().source()),
            of("readers", "How many people’s answers stand.", image -> image.answers()
                    .readers()),
            of("agreement", "The largest share of several readers that said the same.", image -> image.answers()
                    .agreement()),
            of("arm", "active, or control: measures the models, never trained on.", ExportedImage::arm),
            of("labelled_at", "When the label came to be.", image -> image.answers()
                    .at()),
            of("milliseconds", "That people took for it, all together.", image -> image.answers()
                    .milliseconds()),
            of("annotators", "Whose answers stand: numbers, or names if you ask for them.", image -> image.answers()
                    .annotators()),
            of("decided_by", "Who decided where readers differed.", image -> image.answers()
                    .decidedBy()));
    private static final List<Column> SCORE = List.of(
            scored(
                    "model_version",
                    "The number of the published model, whose words follow.",
                    ExportedImage.Score::model),
            scored("prediction", "The label that it thinks likeliest.", ExportedImage.Score::prediction),
            scored("probability", "How likely it thinks that is, 0 to 1.", ExportedImage.Score::probability),
            scored("model_doubt", "0 is sure, 1 is guessing: more labels help.", ExportedImage.Score::modelDoubt),
            scored(
                    "data_doubt",
                    "The same for the image itself: more labels do not help.",
                    ExportedImage.Score::dataDoubt));

    private static Column of(String name, String says, Function<ExportedImage, Object> read) {
        return new Column(name, says, read);
    }

    private static Column scored(String name, String says, Function<ExportedImage.Score, Object> read) {
        return new Column(name, says, image -> image.score() == null ? null : read.apply(image.score()));
    }

    /** Those of this export, in their order. */
    static List<Column> of(ExportChoice choice) {
        List<Column> columns = new ArrayList<>(IMAGE);
        if (choice.format() == Format.IMAGE_FOLDER) {
            columns.add(PATH);
        }
        columns.addAll(LABEL);
        if (choice.uncertainty()) {
            columns.addAll(SCORE);
        }
        return columns;
    }

    /** Those that an image has beyond what COCO calls by names of its own. */
    static List<Column> beyondCoco(ExportChoice choice) {
        return of(choice).stream()
                .filter(column ->
                        !List.of("image", "filename", "width", "height").contains(column.name()))
                .toList();
    }
}
