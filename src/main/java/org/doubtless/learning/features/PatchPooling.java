package org.doubtless.learning.features;

/**
 * Sums up what the patches of one picture were like: mean codes of its quarters, largest code, spread.
 *
 * <p>A likeness s gives two codes, max(0, s - 0.5) and max(0, -s - 0.5). With an odd number of patches
 * on an axis, the middle ones count for both halves.
 */
final class PatchPooling {

    private static final float THRESHOLD = 0.5f;
    private static final int HALVES = 2;
    /** Before the middle, in the middle, behind it. */
    private static final int ZONES = 3;

    private final int down;
    private final int across;
    private final int atoms;
    // Separate arrays, since only loops over whole arrays become vector instructions.
    private final float[][] plusSums_ZK;
    private final float[][] minusSums_ZK;
    private final float[] plusMax_K;
    private final float[] minusMax_K;
    private final float[] plusSquares_K;
    private final float[] minusSquares_K;
    // Squares are of the distance to the first patch: of a picture without any change they are 0 exactly.
    private final float[] plusFirst_K;
    private final float[] minusFirst_K;
    private boolean begun;

    PatchPooling(int down, int across, int atoms) {
        this.down = down;
        this.across = across;
        this.atoms = atoms;
        plusSums_ZK = new float[ZONES * ZONES][atoms];
        minusSums_ZK = new float[ZONES * ZONES][atoms];
        plusMax_K = new float[atoms];
        minusMax_K = new float[atoms];
        plusSquares_K = new float[atoms];
        minusSquares_K = new float[atoms];
        plusFirst_K = new float[atoms];
        minusFirst_K = new float[atoms];
    }

    /** Adds the patch of a row and column; each once. */
    void add(int row, int column, float[] likeness_K) {
        if (!begun) {
            begun = true;
            for (int k = 0; k < atoms; k++) {
                plusFirst_K[k] = Math.max(0, likeness_K[k] - THRESHOLD);
                minusFirst_K[k] = Math.max(0, -likeness_K[k] - THRESHOLD);
            }
        }
        int zone = ZONES * zone(row, down) + zone(column, across);
        add(likeness_K, 1, plusSums_ZK[zone], plusMax_K);
        add(likeness_K, -1, minusSums_ZK[zone], minusMax_K);
        spread(likeness_K, 1, plusFirst_K, plusSquares_K);
        spread(likeness_K, -1, minusFirst_K, minusSquares_K);
    }

    private static int zone(int i, int count) {
        return Integer.signum(2 * i + 1 - count) + 1;
    }

    private static void add(float[] likeness_K, float sign, float[] sums, float[] max) {
        for (int k = 0; k < likeness_K.length; k++) {
            float code = Math.max(0, sign * likeness_K[k] - THRESHOLD);
            sums[k] += code;
            max[k] = Math.max(max[k], code);
        }
    }

    private static void spread(float[] likeness_K, float sign, float[] first, float[] squares) {
        for (int k = 0; k < likeness_K.length; k++) {
            float away = Math.max(0, sign * likeness_K[k] - THRESHOLD) - first[k];
            squares[k] += away * away;
        }
    }

    /** [root of the quarters' means; half the root of the maximum; half the root of the standard deviation]. */
    float[] codes() {
        float[] codes = new float[length(atoms)];
        write(plusSums_ZK, plusMax_K, codes, 0);
        write(minusSums_ZK, minusMax_K, codes, atoms);
        writeSpread(plusSums_ZK, plusFirst_K, plusSquares_K, codes, 0);
        writeSpread(minusSums_ZK, minusFirst_K, minusSquares_K, codes, atoms);
        return codes;
    }

    /** How many codes that many atoms give. */
    static int length(int atoms) {
        return 2 * atoms * (HALVES * HALVES + 2);
    }

    private void write(float[][] sums_ZK, float[] max_K, float[] codes, int map) {
        int maps = 2 * atoms;
        int quarter = halfOf(down) * halfOf(across);
        for (int k = 0; k < atoms; k++) {
            for (int half = 0; half < HALVES * HALVES; half++) {
                double mean = sum(sums_ZK, k, half / HALVES, half % HALVES) / quarter;
                codes[half * maps + map + k] = (float) Math.sqrt(mean);
            }
            codes[HALVES * HALVES * maps + map + k] = (float) (0.5 * Math.sqrt(max_K[k]));
        }
    }

    private void writeSpread(float[][] sums_ZK, float[] first_K, float[] squares_K, float[] codes, int map) {
        int from = (HALVES * HALVES + 1) * 2 * atoms + map;
        int patches = down * across;
        for (int k = 0; k < atoms; k++) {
            double away = -(double) patches * first_K[k];
            for (float[] zone_K : sums_ZK) {
                away += zone_K[k];
            }
            double variance = Math.max(0, squares_K[k] - away * away / patches) / Math.max(1, patches - 1);
            codes[from + k] = (float) (0.5 * Math.sqrt(Math.sqrt(variance)));
        }
    }

    private static int halfOf(int count) {
        return (count + 1) / 2;
    }

    private static double sum(float[][] sums_ZK, int k, int lower, int right) {
        double sum = 0;
        for (int y = lower; y <= lower + 1; y++) {
            for (int x = right; x <= right + 1; x++) {
                sum += sums_ZK[ZONES * y + x][k];
            }
        }
        return sum;
    }
}
