package org.doubtless.learning.features;

/** Rows become columns. */
final class Transposed {

    private Transposed() {}

    static float[][] of(float[][] rows) {
        float[][] columns = new float[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return columns;
    }
}
