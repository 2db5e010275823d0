package org.doubtless.learning.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.doubtless.learning.posterior.ClassProbabilities;

/** Whether a confidence of 80 % is right in 80 of 100 cases. */
final class Calibration {

    private Calibration() {}

    static List<ReliabilityBin> bins(ClassProbabilities probabilities, int[] labels, int bins) {
        int[] count = new int[bins];
        int[] right = new int[bins];
        double[] confidence = new double[bins];
        for (int n = 0; n < labels.length; n++) {
            int predicted = probabilities.predicted(n);
            double p = probabilities.at(n, predicted);
            int bin = Math.min(bins - 1, Math.max(0, (int) Math.ceil(p * bins) - 1));
            count[bin]++;
            confidence[bin] += p;
            right[bin] += predicted == labels[n] ? 1 : 0;
        }
        List<ReliabilityBin> result = new ArrayList<>(bins);
        for (int b = 0; b < bins; b++) {
            double of = Math.max(1, count[b]);
            result.add(new ReliabilityBin(
                    (double) b / bins, (b + 1.0) / bins, count[b], confidence[b] / of, right[b] / of));
        }
        return result;
    }

    static double error(List<ReliabilityBin> bins) {
        double sum = 0;
        int images = 0;
        for (ReliabilityBin bin : bins) {
            sum += bin.count() * Math.abs(bin.accuracy() - bin.confidence());
            images += bin.count();
        }
        return sum / images;
    }
}
