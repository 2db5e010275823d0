package org.doubtless.learning;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** The labels so far, in the order in which they were given; checked. Immutable. */
final class KnownLabels {

    private static final double LEAST_WEIGHT = 0.1;
    private static final double MOST_WEIGHT = 9;

    private final int[] rows;
    private final int[] labels;
    private final int[] count_C;
    private final int[] seen_K;

    KnownLabels(int images, int[] rows, int[] labels, int classes) {
        if (rows.length != labels.length) {
            throw new IllegalArgumentException(
                    labels.length + " labels for " + rows.length + " labelled images: give one each");
        }
        if (classes < 2) {
            throw new IllegalArgumentException(classes + " classes leave nothing to learn: give at least 2");
        }
        this.rows = rows.clone();
        this.labels = labels.clone();
        this.count_C = new int[classes];
        boolean[] labelled_N = new boolean[images];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0 || rows[i] >= images || labelled_N[rows[i]]) {
                throw new IllegalArgumentException("labelled row " + rows[i] + " is not in a pool of " + images
                        + " images, or is labelled twice: give each once");
            }
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("row " + rows[i] + " has the label " + labels[i]
                        + ", which is none of " + classes + " classes");
            }
            labelled_N[rows[i]] = true;
            count_C[labels[i]]++;
        }
        this.seen_K = IntStream.range(0, classes).filter(c -> count_C[c] > 0).toArray();
    }

    int count() {
        return rows.length;
    }

    int classes() {
        return count_C.length;
    }

    int[] rows() {
        return rows.clone();
    }

    int[] labels() {
        return labels.clone();
    }

    /** How many labels each class has, [C]. */
    int[] perClass() {
        return count_C.clone();
    }

    /** The classes that have labels, rising, [K]. */
    int[] seen() {
        return seen_K.clone();
    }

    /** The labels as places in {@link #seen}, [L]. */
    int[] labelsAmongSeen() {
        return Arrays.stream(labels)
                .map(label -> Arrays.binarySearch(seen_K, label))
                .toArray();
    }

    /** Onehot minus 1/C, [L,C]. */
    DMatrixRMaj targets() {
        DMatrixRMaj targets_LC = new DMatrixRMaj(labels.length, count_C.length);
        targets_LC.fill(-1.0 / count_C.length);
        for (int i = 0; i < labels.length; i++) {
            targets_LC.add(i, labels[i], 1);
        }
        return targets_LC;
    }

    /** {@code clip(n / (K n_class), 0.1, 9)}: labels of rare classes weigh more, [L]. */
    double[] weights() {
        double[] weights = new double[labels.length];
        Arrays.setAll(weights, i -> {
            double fair = (double) labels.length / seen_K.length / count_C[labels[i]];
            return Math.max(LEAST_WEIGHT, Math.min(MOST_WEIGHT, fair));
        });
        return weights;
    }
}
