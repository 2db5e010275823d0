package org.doubtless.pool;

import java.util.Objects;

/** An image's bytes as they came. */
@SuppressWarnings("ArrayRecordComponent") // It is handed on, never compared.
public record StoredImage(ImageId id, byte[] content) {
    public StoredImage {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(content, "content is null");
    }
}
