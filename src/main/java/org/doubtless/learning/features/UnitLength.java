package org.doubtless.learning.features;

/** Brings vectors to length 1. */
final class UnitLength {

    private UnitLength() {}

    /** Divides by the length; a vector of zeros stays one. */
    static void scale(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        double scale = squares == 0 ? 0 : 1 / Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] * scale);
        }
    }
}
