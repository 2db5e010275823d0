package org.doubtless.learning.uncertainty;

/**
 * The doubt about one image, and what the networks take it for.
 *
 * @param votes_C how many of the S networks hold each of the C classes for the likeliest; they add up to S
 */
public record Voted(Doubt doubt, int[] votes_C) {}
