package org.doubtless.learning;

import java.util.Arrays;
import org.doubtless.learning.acquisition.LabelledPool;
import org.doubtless.learning.acquisition.Phase;
import org.doubtless.learning.acquisition.VarianceReduction;
import org.doubtless.learning.features.Dense;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.Neighbours;
import org.doubtless.learning.features.PoolFeatures;
import org.doubtless.learning.posterior.BayesianLinear;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.learning.posterior.LinearDraws;
import org.doubtless.learning.posterior.Sharpness;
import org.doubtless.learning.training.Agreement;
import org.doubtless.learning.training.PoissonLearning;
import org.doubtless.learning.training.ReadOut;
import org.doubtless.learning.work.Cancellation;

/**
 * What {@link AutoLearner} has learnt from some labels: the class of every image of the pool and of
 * others, with probabilities that mean what they say. Immutable.
 */
public final class AutoModel {

    private static final int DRAWS = 20;
    private static final long SEED = 1;

    private final PoolFeatures features;
    private final KnownLabels known;
    private final BayesianLinear linear;
    private final FloatMatrix linear_NC;
    private final FloatMatrix potential_NK;
    private final ReadOut readOut;
    private final FloatMatrix score_NC;
    private final double scale;
    private final DrawnReadOut drawn;

    AutoModel(PoolFeatures features, KnownLabels known) {
        this.features = features;
        this.known = known;
        double[] noise_L = Arrays.stream(known.weights())
                .map(weight -> VarianceReduction.NOISE / weight)
                .toArray();
        this.linear = BayesianLinear.fit(features.linear().select(known.rows()), known.targets(), noise_L);
        this.linear_NC = linear.scores(features.linear());
        this.potential_NK =
                new PoissonLearning(features.graph()).solve(known.rows(), known.labelsAmongSeen(), known.seen().length);
        this.readOut = new ReadOut(linearOfSeen(), potential_NK, known.count());
        this.score_NC = readOut.scores(linear_NC, potential_NK, known.seen());
        this.scale = linear.scale();
        this.drawn = FitDrawnReadOut.fit(
                readOut,
                known.seen(),
                linear,
                scale,
                pool(),
                Sharpness.choose(linear.leaveOneOut(), scale, known.labels(), SEED),
                SEED);
    }

    private FloatMatrix linearOfSeen() {
        int[] seen = known.seen();
        FloatMatrix seen_NK = FloatMatrix.zeros(linear_NC.rows(), seen.length);
        for (int row = 0; row < linear_NC.rows(); row++) {
            for (int k = 0; k < seen.length; k++) {
                seen_NK.values()[row * seen.length + k] = linear_NC.at(row, seen[k]);
            }
        }
        return seen_NK;
    }

    /** C, the number of classes. */
    public int classes() {
        return known.classes();
    }

    /** How many classes it has seen a label of; below 2 it knows no difference. */
    public int classesSeen() {
        return known.seen().length;
    }

    /** How many labels of each of the C classes it has learnt from; a copy. */
    public int[] labelsPerClass() {
        return known.perClass();
    }

    /** What the labels so far call for. */
    public Phase phase() {
        return Phase.after(known.classes(), known.labels());
    }

    /** The class of each image of the pool, [N], of those that have labels; 0 where none has. */
    public int[] predicted() {
        return predicted(score_NC);
    }

    /** The classes of other images, [Q], of those that have labels; 0 where none has. */
    public int[] predicted(FeatureMatrix images_QD) {
        ReadDraws.Evidence evidence = outside(images_QD);
        return predicted(readOut.scores(evidence.mean_NC(), evidence.potential_NK(), known.seen()));
    }

    private int[] predicted(FloatMatrix scores_NC) {
        int[] seen = known.seen();
        int[] predicted = new int[scores_NC.rows()];
        for (int row = 0; row < predicted.length && seen.length > 0; row++) {
            int best = seen[0];
            for (int c : seen) {
                best = scores_NC.at(row, c) > scores_NC.at(row, best) ? c : best;
            }
            predicted[row] = best;
        }
        return predicted;
    }

    /** Calibrated probabilities for the whole pool, [N,C]: the mean of 20 networks. */
    public ClassProbabilities probabilities() {
        return posterior(DRAWS, SEED).sampleRows(all()).mean();
    }

    private int[] all() {
        int[] all = new int[features.graph().nodes()];
        Arrays.setAll(all, row -> row);
        return all;
    }

    /**
     * Draws networks.
     *
     * @param samples S, at least 1
     * @param seed of the draws: the same seed gives the same networks
     */
    public AutoPosterior posterior(int samples, long seed) {
        return new AutoPosterior(this, new LinearDraws(linear, samples, scale, seed));
    }

    private ReadDraws.Evidence pool() {
        return new ReadDraws.Evidence(features.linear(), linear_NC, potential_NK);
    }

    ReadDraws.Evidence inPool(int... rows) {
        return pool().select(rows);
    }

    ReadDraws.Evidence outside(FeatureMatrix images_QD) {
        return outside(images_QD, features.reference().near(images_QD, Cancellation.never()));
    }

    ReadDraws.Evidence outside(FeatureMatrix images_QD, Neighbours near) {
        return OutsideModel.evidence(
                features.reference().outside(images_QD, near), Dense.toFloats(linear.mean()), potential_NK);
    }

    /** What of it images outside the pool are answered by, with these draws. */
    OutsideModel outsideModel(LinearDraws draws) {
        return new OutsideModel(
                features.reference(), Dense.toFloats(linear.mean()), potential_NK, new ReadDraws(draws, drawn));
    }

    DrawnReadOut drawn() {
        return drawn;
    }

    /** What acquisition wants to know. */
    LabelledPool labelledPool() {
        double[] noise_L = new double[known.count()];
        Arrays.fill(noise_L, VarianceReduction.NOISE);
        BayesianLinear even = BayesianLinear.fit(features.linear().select(known.rows()), known.targets(), noise_L);
        return new LabelledPool(
                phase(),
                known.classes(),
                known.rows(),
                Dense.toFloats(even.covariance()),
                ReadOut.margins(even.scores(features.linear())),
                Agreement.around(features.graph(), predicted(), known.rows(), known.labels()),
                ReadOut.balance(linearOfSeen()));
    }
}
