package org.doubtless.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.quarkus.arc.Arc;
import java.io.IOException;

/** Writes a {@link Sentence}. */
final class WriteSentence extends JsonSerializer<String> {
    @Override
    public void serialize(String english, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(Arc.container().instance(Said.class).get().of(english));
    }
}
