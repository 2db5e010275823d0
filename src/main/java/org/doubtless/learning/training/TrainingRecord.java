package org.doubtless.learning.training;

/**
 * How a model came about.
 *
 * @param seed it was trained from
 * @param labelsPerClass how many labels of each of the C classes it was trained on; not to be written to
 * @param steps its training took
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and never handed out.
record TrainingRecord(long seed, int[] labelsPerClass, int steps) {

    int classesSeen() {
        int seen = 0;
        for (int count : labelsPerClass) {
            seen += count > 0 ? 1 : 0;
        }
        return seen;
    }
}
