package org.doubtless.pool;

import org.doubtless.web.Problem;

/** A rectangle of the plane of the two doubts; its borders belong to it. */
public record DoubtArea(double dataFrom, double dataTo, double modelFrom, double modelTo) {
    public static final DoubtArea ALL = new DoubtArea(0, 1, 0, 1);

    public DoubtArea {
        check("data", dataFrom, dataTo);
        check("model", modelFrom, modelTo);
    }

    /** From the parameters of a call, of which all may be missing. */
    public static DoubtArea of(Double dataFrom, Double dataTo, Double modelFrom, Double modelTo) {
        return new DoubtArea(or(dataFrom, 0), or(dataTo, 1), or(modelFrom, 0), or(modelTo, 1));
    }

    private static double or(Double given, double usual) {
        return given == null ? usual : given;
    }

    private static void check(String doubt, double from, double to) {
        // NaN is not below anything.
        if (!(from >= 0 && from < to && to <= 1)) {
            throw Problem.badRequest(
                    "area",
                    "An area of %s doubt lies between 0 and 1 and begins below its end, not from %s to %s."
                            .formatted(doubt, from, to));
        }
    }
}
