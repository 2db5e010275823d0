package org.doubtless.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Writes {@code {"manifest": …, "images": […]}}, an image a line. */
final class JsonWriter {
    private final ObjectMapper json;
    private final ExportChoice choice;

    JsonWriter(ObjectMapper json, ExportChoice choice) {
        this.json = json;
        this.choice = choice;
    }

    void write(Manifest manifest, ReadImages images, OutputStream out) throws IOException, SQLException {
        List<Column> columns = Column.of(choice);
        JsonGenerator text = open(json, out);
        text.writeStartObject();
        text.writePOJOField("manifest", manifest);
        text.writeArrayFieldStart("images");
        images.each(image -> {
            text.writeRaw('\n');
            text.writeStartObject();
            fields(text, columns, image);
            text.writeEndObject();
        });
        text.writeEndArray();
        text.writeEndObject();
        text.flush();
    }

    /** Never closed: that would end the document of an export that broke. */
    static JsonGenerator open(ObjectMapper json, OutputStream out) throws IOException {
        return json.getFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    static void fields(JsonGenerator text, List<Column> columns, ExportedImage image) throws IOException {
        for (Column column : columns) {
            Object value = column.read().apply(image);
            text.writeFieldName(column.name());
            text.writePOJO(value instanceof Instant at ? at.toString() : value);
        }
    }
}
