package org.doubtless.dashboard.map;

/** The planes that a pool is looked at on, as the database knows them. */
enum Plane {
    /** Data doubt to the right, model doubt upwards: all images that the model has scored. */
    DOUBTS("s.aleatoric", "s.epistemic", "image_score s", "s.model_version_id = ?"),
    /** Laid out so that alike lie close together: all images that the model has scored and that have their place. */
    LIKENESS(
            "l.x",
            "l.y",
            "image_layout l join image_score s on s.model_version_id = ? and s.image_id = l.image_id",
            "l.project_id = ?");

    private final String x;
    private final String y;
    private final String source;
    private final String condition;

    Plane(String x, String y, String source, String condition) {
        this.x = x;
        this.y = y;
        this.source = source;
        this.condition = condition;
    }

    String x() {
        return x;
    }

    String y() {
        return y;
    }

    /** What is read; its value, where it has one, is the model. */
    String source() {
        return source;
    }

    /** Its value is the model, or where the source names that, the project. */
    String condition() {
        return condition;
    }
}
