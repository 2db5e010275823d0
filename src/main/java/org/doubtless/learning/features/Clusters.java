package org.doubtless.learning.features;

/**
 * Rows put into K groups.
 *
 * @param centres [K,D] the mean of each group
 * @param group [N] the group of each row, 0 to K-1: that of the nearest centre
 * @param squared [N] the squared distance of each row to its centre
 */
public record Clusters(FeatureMatrix centres, int[] group, float[] squared) {

    /** How many rows each group has, [K]. A group may be empty where fewer than K rows differ. */
    public int[] sizes() {
        int[] sizes = new int[centres.rows()];
        for (int of : group) {
            sizes[of]++;
        }
        return sizes;
    }
}
