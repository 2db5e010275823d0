package org.doubtless.learning.uncertainty;

/**
 * Every measure of doubt about one image. Entropies are in nats, from 0 to log C.
 *
 * @param total predictive entropy {@code H[mean_s p]}
 * @param aleatoric expected entropy {@code mean_s H[p]}, data doubt, at most {@code total}
 * @param epistemic mutual information, {@code total - aleatoric}, model doubt
 * @param variationRatio share of the networks that do not vote for the most voted class, 0 to 1
 * @param margin likeliest minus second likeliest mean probability, 0 to 1; small is doubtful
 * @param leastConfidence 1 minus the likeliest mean probability, 0 to 1
 * @param meanStandardDeviation over the networks, averaged over the classes, 0 to 0.5
 */
public record Doubt(
        double total,
        double aleatoric,
        double epistemic,
        double variationRatio,
        double margin,
        double leastConfidence,
        double meanStandardDeviation) {}
