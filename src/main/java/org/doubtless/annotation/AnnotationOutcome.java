package org.doubtless.annotation;

import java.util.Objects;
import org.doubtless.project.ClassId;

/** What a person answered about an image. */
sealed interface AnnotationOutcome {
    /** The word used in the database and in the API. */
    String word();

    /** The state in which the answer leaves the image. */
    default String imageState() {
        return word();
    }

    /** It shows this class. */
    record Labelled(ClassId label) implements AnnotationOutcome {
        public Labelled {
            Objects.requireNonNull(label, "label is null");
        }

        @Override
        public String word() {
            return "labelled";
        }
    }

    /** The image does not tell; an answer like any other, held against the predicted data doubt. */
    record CannotTell() implements AnnotationOutcome {
        @Override
        public String word() {
            return "cannot_tell";
        }
    }

    /** Not now; the image goes to the end of the queue. */
    record Skipped() implements AnnotationOutcome {
        @Override
        public String word() {
            return "skipped";
        }

        @Override
        public String imageState() {
            return "waiting";
        }
    }

    /** Something is wrong with the image; a lead should look. */
    record Flagged() implements AnnotationOutcome {
        @Override
        public String word() {
            return "flagged";
        }
    }
}
