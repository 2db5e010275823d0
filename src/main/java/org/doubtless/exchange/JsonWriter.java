package org.doubtless.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
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
            text.writeFieldName(column.name());
            value(text, column.read().apply(image));
        }
    }

    /** Not as an object of the mapper, which would flush after each. */
    private static void value(JsonGenerator text, Object value) throws IOException {
        if (value instanceof List<?> several) {
            text.writeStartArray();
            for (Object one : several) {
                value(text, one);
            }
            text.writeEndArray();
        } else if (value instanceof Float number) {
            text.writeNumber(number);
        } else if (value instanceof Double number) {
            text.writeNumber(number);
        } else if (value instanceof Number number) {
            text.writeNumber(number.longValue());
        } else if (value == null) {
            text.writeNull();
        } else {
            text.writeString(value.toString());
        }
    }
}
