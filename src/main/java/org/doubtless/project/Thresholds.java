package org.doubtless.project;

/**
 * From which doubt on a lead calls it high, in place of what the data say; null where they decide.
 *
 * @param model of model doubt, {@code data} of data doubt; 0 to 1
 */
public record Thresholds(Double model, Double data) {
    public static final Thresholds FROM_DATA = new Thresholds(null, null);

    public Thresholds {
        check("modelThreshold", model);
        check("dataThreshold", data);
    }

    private static void check(String name, Double value) {
        if (value != null) {
            ProjectSettings.require(value >= 0 && value <= 1, name, value, "from 0 to 1");
        }
    }

    /** Whether the data decide both. */
    public boolean fromData() {
        return model == null && data == null;
    }
}
