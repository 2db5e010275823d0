package org.doubtless.learning.features;

/** N rows put into K groups. Immutable. */
public final class Clusters {

    private final FeatureMatrix centres_KD;
    private final Nearest nearest;

    Clusters(FeatureMatrix centres_KD, Nearest nearest) {
        this.centres_KD = centres_KD;
        this.nearest = nearest;
    }

    /** K, the number of groups; some may be empty where fewer than K rows differ. */
    public int groups() {
        return centres_KD.rows();
    }

    /** The centres [K,D]: the means of the rows from which they were found. */
    public FeatureMatrix centres() {
        return centres_KD;
    }

    /** The group of a row, 0 to K-1: that of the nearest centre. */
    public int group(int row) {
        return nearest.point(row);
    }

    /** The squared distance of a row to the centre of its group. */
    public float squared(int row) {
        return nearest.squared(row);
    }

    /** How many rows each group has, [K]. */
    public int[] sizes() {
        int[] sizes = new int[groups()];
        for (int row = 0; row < nearest.rows(); row++) {
            sizes[group(row)]++;
        }
        return sizes;
    }

    /** The rows of each group, ascending, [K][]. */
    public int[][] members() {
        int[] sizes = sizes();
        int[][] members = new int[groups()][];
        for (int k = 0; k < members.length; k++) {
            members[k] = new int[sizes[k]];
        }
        for (int row = nearest.rows() - 1; row >= 0; row--) {
            members[group(row)][--sizes[group(row)]] = row;
        }
        return members;
    }
}
