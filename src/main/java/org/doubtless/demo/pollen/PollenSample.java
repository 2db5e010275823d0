package org.doubtless.demo.pollen;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One drawn image with the truth about it.
 *
 * @param filename tells nothing about the truth
 * @param image a JPEG file
 * @param truth the species; empty for debris
 * @param other the second species of a grain between two, else empty
 */
// Samples are handed on, never compared or kept, so a copy of the bytes would protect nothing.
@SuppressWarnings("ArrayRecordComponent")
public record PollenSample(String filename, byte[] image, Optional<Species> truth, Kind kind, Optional<Species> other) {
    public PollenSample {
        requireNonNull(filename, "filename is null");
        requireNonNull(image, "image is null");
        requireNonNull(kind, "kind is null");
        if (truth.isPresent() == (kind == Kind.DEBRIS)) {
            throw new IllegalArgumentException(filename + ": only debris has no species; kind is " + kind);
        }
        if (other.isPresent() != (kind == Kind.BETWEEN)) {
            throw new IllegalArgumentException(filename + ": only a grain between two has another; kind is " + kind);
        }
    }
}
