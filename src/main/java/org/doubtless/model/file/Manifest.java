package org.doubtless.model.file;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a model's file says about itself.
 *
 * @param format always {@link #FORMAT}
 * @param version of the format
 * @param project the name of the project that the model is of
 * @param model the model's number there
 * @param classes in the order of the model's outputs
 * @param pictureSide the longest side, in pixels, to which a picture is brought before features are made of it
 * @param metrics what it was measured to be
 * @param provenance what it was made from, with the hash of its labels and the versions of the libraries
 * @param created when the model was made
 */
public record Manifest(
        String format,
        int version,
        String project,
        int model,
        List<LabelledClass> classes,
        int pictureSide,
        Map<String, Object> metrics,
        Map<String, Object> provenance,
        Instant created) {

    public static final String FORMAT = "doubtless-model";
    /** Rises whenever a reader of the version before would answer wrongly or not at all. */
    public static final int VERSION = 1;

    private static final int MOST_SIDE = 4_096;

    public Manifest {
        requireNonNull(project, "project is null");
        classes = List.copyOf(classes);
        if (pictureSide < 1 || pictureSide > MOST_SIDE) {
            throw new IllegalArgumentException("pictures of side " + pictureSide + " are not looked at");
        }
        metrics = metrics == null ? Map.of() : metrics;
        provenance = provenance == null ? Map.of() : provenance;
    }

    /**
     * A class.
     *
     * @param key the key that chose it on the labelling page; null where none did
     */
    public record LabelledClass(String name, String key) {
        public LabelledClass {
            requireNonNull(name, "name is null");
            if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("a class has a blank name, or one with control characters");
            }
        }
    }
}
