package org.doubtless.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Writes COCO for labels of whole images: an annotation has a category and no box. What COCO has no field for stands in an
 * image's {@code attributes}, and the manifest in {@code info}.
 */
final class CocoWriter {
    private final ObjectMapper json;
    private final ExportChoice choice;

    CocoWriter(ObjectMapper json, ExportChoice choice) {
        this.json = json;
        this.choice = choice;
    }

    void write(Manifest manifest, ReadImages images, OutputStream out) throws IOException, SQLException {
        JsonGenerator text = JsonWriter.open(json, out);
        text.writeStartObject();
        info(text, manifest);
        categories(text, manifest);
        images(text, images);
        annotations(text, images);
        text.writeEndObject();
        text.flush();
    }

    private static void info(JsonGenerator text, Manifest manifest) throws IOException {
        text.writeObjectFieldStart("info");
        text.writeStringField("description", manifest.project().name());
        text.writeStringField("version", Integer.toString(manifest.version()));
        text.writeNumberField(
                "year", manifest.exportedAt().atOffset(ZoneOffset.UTC).getYear());
        text.writeStringField("date_created", manifest.exportedAt().toString());
        text.writePOJOField("manifest", manifest);
        text.writeEndObject();
        text.writeArrayFieldStart("licenses");
        text.writeEndArray();
    }

    private static void categories(JsonGenerator text, Manifest manifest) throws IOException {
        text.writeArrayFieldStart("categories");
        for (Manifest.ClassPart label : manifest.classes()) {
            text.writeStartObject();
            text.writeNumberField("id", label.id());
            text.writeStringField("name", label.name());
            text.writeStringField("supercategory", "");
            text.writeEndObject();
        }
        text.writeEndArray();
    }

    private void images(JsonGenerator text, ReadImages images) throws IOException, SQLException {
        List<Column> columns = Column.beyondCoco(choice);
        text.writeArrayFieldStart("images");
        images.each(image -> {
            text.writeRaw('\n');
            text.writeStartObject();
            text.writeNumberField("id", image.id());
            text.writeStringField("file_name", image.filename());
            text.writeNumberField("width", image.width());
            text.writeNumberField("height", image.height());
            text.writeObjectFieldStart("attributes");
            JsonWriter.fields(text, columns, image);
            text.writeEndObject();
            text.writeEndObject();
        });
        text.writeEndArray();
    }

    private static void annotations(JsonGenerator text, ReadImages images) throws IOException, SQLException {
        text.writeArrayFieldStart("annotations");
        images.each(image -> {
            if (image.label() != null) {
                text.writeRaw('\n');
                text.writeStartObject();
                text.writeNumberField("id", image.id());
                text.writeNumberField("image_id", image.id());
                text.writeNumberField("category_id", image.label().id());
                text.writeStringField("source", image.answers().source());
                text.writeEndObject();
            }
        });
        text.writeEndArray();
    }
}
