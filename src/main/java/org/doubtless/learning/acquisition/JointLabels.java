package org.doubtless.learning.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the labels of some picked images may turn out to be together, and what each outcome would tell of
 * the networks.
 *
 * <p>M outcomes; outcome m has the weight {@code P(y^m)} and the belief {@code P(s|y^m)} in each of the
 * S networks. All {@code C^k} outcomes are there as long as they are at most {@code most}; after that
 * {@code most} are drawn, equally many from each network, all of the same weight. Immutable.
 */
final class JointLabels {

    // Outcomes whose beliefs stay in a processor's own memory while the classes are gone through.
    private static final int BLOCK = 512;

    private final List<double[][]> picked;
    private final int classes;
    private final int most;
    private final double[][] belief_SM;
    private final double[] weight_M;
    /** The network from which each outcome is drawn; none where all outcomes are there. */
    private final int[] network_M;

    private JointLabels(JointLabels before, double[][] last_SC, double[][] belief_SM, double[] weight_M, int... drawn) {
        picked = new ArrayList<>(before.picked);
        picked.add(last_SC);
        classes = before.classes;
        most = before.most;
        this.belief_SM = belief_SM;
        this.weight_M = weight_M;
        network_M = drawn;
    }

    /** Nothing is picked yet: one outcome, all networks equally likely. */
    JointLabels(int samples, int classes, int most) {
        picked = List.of();
        this.classes = classes;
        this.most = most;
        belief_SM = new double[samples][1];
        for (double[] belief_M : belief_SM) {
            belief_M[0] = 1.0 / samples;
        }
        weight_M = new double[] {1};
        network_M = new int[0];
    }

    /** Whether all outcomes are there, so that entropies are exact. */
    boolean areAll() {
        return network_M.length == 0;
    }

    /** {@code H[y | picked labels]} in nats of an image of which the networks say {@code p_SC}. */
    double entropyOf(double[]... p_SC) {
        double[][] p_CS = Probabilities.byClass(p_SC);
        double[] r_M = new double[weight_M.length];
        double sum = 0;
        for (int from = 0; from < weight_M.length; from += BLOCK) {
            int to = Math.min(weight_M.length, from + BLOCK);
            for (double[] p_S : p_CS) {
                // r_m = sum_s P(s|y^m) p_s(c)
                WeightedSum.of(p_S, belief_SM, r_M, from, to);
                for (int m = from; m < to; m++) {
                    sum -= r_M[m] > 0 ? weight_M[m] * r_M[m] * Math.log(r_M[m]) : 0;
                }
            }
        }
        return sum;
    }

    /** The same with one image more; {@code random} draws its label where not all outcomes are there. */
    JointLabels with(double[][] p_SC, SplittableRandom random) {
        if (areAll() && (long) weight_M.length * classes <= most) {
            return withEachClassOf(p_SC);
        }
        return areAll() ? drawn(p_SC, random) : withALabelOf(p_SC, random);
    }

    private JointLabels withEachClassOf(double[][] p_SC) {
        double[][] more_SM = new double[belief_SM.length][weight_M.length * classes];
        double[] weights = new double[weight_M.length * classes];
        int size = 0;
        for (int m = 0; m < weight_M.length; m++) {
            for (int c = 0; c < classes; c++) {
                double share = spread(m, c, p_SC, more_SM, size);
                if (share > 0) {
                    weights[size++] = share * weight_M[m];
                }
            }
        }
        for (int s = 0; s < more_SM.length; s++) {
            more_SM[s] = Arrays.copyOf(more_SM[s], size);
        }
        return new JointLabels(this, p_SC, more_SM, Arrays.copyOf(weights, size));
    }

    /** Writes the beliefs after outcome m and class c to {@code place}; returns {@code P(c|y^m)}. */
    private double spread(int m, int c, double[][] p_SC, double[][] target_SM, int place) {
        double share = 0;
        for (int s = 0; s < belief_SM.length; s++) {
            share += belief_SM[s][m] * p_SC[s][c];
        }
        for (int s = 0; s < belief_SM.length && share > 0; s++) {
            target_SM[s][place] = belief_SM[s][m] * p_SC[s][c] / share;
        }
        return share;
    }

    /** Begins anew with drawn outcomes of all images picked so far, and goes on to the last. */
    private JointLabels drawn(double[][] last_SC, SplittableRandom random) {
        int samples = belief_SM.length;
        int size = Math.max(1, most / samples) * samples;
        int[] networks = new int[size];
        Arrays.setAll(networks, m -> m % samples);
        double[] weights = new double[size];
        Arrays.fill(weights, 1.0 / size);
        double[][] even_SM = new double[samples][size];
        for (double[] belief_M : even_SM) {
            Arrays.fill(belief_M, 1.0 / samples);
        }
        JointLabels drawn =
                new JointLabels(new JointLabels(samples, classes, most), last_SC, even_SM, weights, networks);
        for (double[][] p_SC : picked) {
            drawn = drawn.withALabelOf(p_SC, random);
        }
        return drawn.withALabelOf(last_SC, random);
    }

    private JointLabels withALabelOf(double[][] p_SC, SplittableRandom random) {
        double[][] next_SM = new double[belief_SM.length][weight_M.length];
        for (int m = 0; m < weight_M.length; m++) {
            int c = label(p_SC[network_M[m]], random.nextDouble());
            spread(m, c, p_SC, next_SM, m);
        }
        return new JointLabels(this, p_SC, next_SM, weight_M, network_M);
    }

    /** The class at which the sum of the probabilities passes {@code share} of them all. */
    private static int label(double[] p_C, double share) {
        double left = share * Arrays.stream(p_C).sum();
        int last = 0;
        for (int c = 0; c < p_C.length; c++) {
            left -= p_C[c];
            last = p_C[c] > 0 ? c : last;
            if (left < 0) {
                return c;
            }
        }
        return last;
    }
}
