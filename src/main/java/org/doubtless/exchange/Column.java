package org.doubtless.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A column of the table, which is also a field of the JSON formats. */
public record Column(String name, Function<ColumnMessages, String> says, Function<ExportedImage, Object> read) {
    private static final List<Column> IMAGE = List.of(
            of("image", ColumnMessages::image, ExportedImage::id),
            of("filename", ColumnMessages::filename, ExportedImage::filename),
            of("sha256", ColumnMessages::sha256, ExportedImage::sha256),
            of("width", ColumnMessages::width, ExportedImage::width),
            of("height", ColumnMessages::height, ExportedImage::height));
    private static final Column PATH = of("path", ColumnMessages::path, ExportedImage::path);
    private static final List<Column> LABEL = List.of(
            of(
                    "label_id",
                    ColumnMessages::labelId,
                    image -> image.label() == null ? null : image.label().id()),
            of(
                    "label",
                    ColumnMessages::label,
                    image -> image.label() == null ? null : image.label().name()),
            of("outcome", ColumnMessages::outcome, ExportedImage::outcome),
            of("state", ColumnMessages::state, ExportedImage::state),
            of("source", ColumnMessages::source, image -> image.answers().source()),
            of("readers", ColumnMessages::readers, image -> image.answers().readers()),
            of("agreement", ColumnMessages::agreement, image -> image.answers().agreement()),
            of("arm", ColumnMessages::arm, ExportedImage::arm),
            of("labelled_at", ColumnMessages::labelledAt, image -> image.answers()
                    .at()),
            of("milliseconds", ColumnMessages::milliseconds, image -> image.answers()
                    .milliseconds()),
            of("annotators", ColumnMessages::annotators, image -> image.answers()
                    .annotators()),
            of("decided_by", ColumnMessages::decidedBy, image -> image.answers().decidedBy()));
    private static final List<Column> SCORE = List.of(
            scored("model_version", ColumnMessages::modelVersion, ExportedImage.Score::model),
            scored("prediction", ColumnMessages::prediction, ExportedImage.Score::prediction),
            scored("probability", ColumnMessages::probability, ExportedImage.Score::probability),
            scored("model_doubt", ColumnMessages::modelDoubt, ExportedImage.Score::modelDoubt),
            scored("data_doubt", ColumnMessages::dataDoubt, ExportedImage.Score::dataDoubt));

    private static Column of(String name, Function<ColumnMessages, String> says, Function<ExportedImage, Object> read) {
        return new Column(name, says, read);
    }

    private static Column scored(
            String name, Function<ColumnMessages, String> says, Function<ExportedImage.Score, Object> read) {
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
