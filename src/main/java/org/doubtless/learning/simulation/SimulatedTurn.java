package org.doubtless.learning.simulation;

/**
 * One point of a learning curve: what a model was worth after so many labels.
 *
 * @param seed of the run
 * @param labels how many labels it had
 * @param classesSeen how many classes occurred among them
 * @param accuracy share of the test images it names rightly
 * @param balancedAccuracy mean over the classes of that share
 * @param negativeLogLikelihood on the test images, in nats
 * @param calibrationError expected calibration error, 0 to 1
 * @param learnSeconds what learning took
 * @param scoreSeconds what scoring the pool and choosing the next images took
 */
public record SimulatedTurn(
        long seed,
        int labels,
        int classesSeen,
        double accuracy,
        double balancedAccuracy,
        double negativeLogLikelihood,
        double calibrationError,
        double learnSeconds,
        double scoreSeconds) {}
