package org.doubtless.learning.evaluation;

/**
 * Predictions of about the same confidence, and how often they were right.
 *
 * @param low lowest confidence, not included (included in the first bin)
 * @param high highest confidence, included
 * @param count predictions in the bin
 * @param confidence their mean confidence; 0 in an empty bin
 * @param accuracy share of them that were right; 0 in an empty bin
 */
public record ReliabilityBin(double low, double high, int count, double confidence, double accuracy) {}
