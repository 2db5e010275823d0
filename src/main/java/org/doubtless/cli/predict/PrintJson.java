package org.doubtless.cli.predict;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.doubtless.learning.ImageDoubt;

/** A JSON array with one object a picture, written as answers come. */
final class PrintJson implements PrintAnswers {
    private final JsonGenerator json;
    private final List<String> classes;

    PrintJson(Writer out, List<String> classes) throws IOException {
        this.classes = classes;
        this.json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartArray();
    }

    @Override
    public void print(List<Answer> answers) throws IOException {
        for (Answer answer : answers) {
            json.writeStartObject();
            json.writeStringField("picture", answer.picture());
            if (answer.isRefused()) {
                json.writeStringField("error", answer.refusal());
            } else {
                print(answer.doubt());
            }
            json.writeEndObject();
        }
        json.flush();
    }

    private void print(ImageDoubt doubt) throws IOException {
        json.writeStringField("class", classes.get(doubt.prediction()));
        json.writeObjectFieldStart("doubt");
        json.writeNumberField("model", (float) doubt.epistemic());
        json.writeNumberField("data", (float) doubt.aleatoric());
        json.writeNumberField("total", (float) doubt.total());
        json.writeEndObject();
        json.writeObjectFieldStart("probabilities");
        for (int c = 0; c < classes.size(); c++) {
            json.writeNumberField(classes.get(c), doubt.probabilities()[c]);
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeRaw('\n');
        json.close();
    }
}
