package org.doubtless.learning.simulation;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;
import org.doubtless.learning.ActiveLearner;
import org.doubtless.learning.LabelledRows;
import org.doubtless.learning.LearnedModel;
import org.doubtless.learning.LearnerSettings;
import org.doubtless.learning.PreparedPool;
import org.doubtless.learning.evaluation.Evaluation;
import org.doubtless.learning.features.FeatureMatrix;

/**
 * Runs the loop of a project with an oracle in the place of its experts: ask, label, learn, evaluate on test images.
 *
 * <p>The learner is the production's own, so what is measured here is what people get.
 */
public final class Simulation {

    private final PreparedPool pool;
    private final Oracle oracle;
    private final FeatureMatrix test;
    private final int[] testLabels;

    /**
     * @param oracle with one label for each row of the pool
     * @param test features of the test images, of the pool's kind
     * @param testLabels their labels
     * @throws IllegalArgumentException where the numbers do not fit
     */
    public Simulation(PreparedPool pool, Oracle oracle, FeatureMatrix test, int... testLabels) {
        this.pool = requireNonNull(pool, "pool is null");
        this.oracle = requireNonNull(oracle, "oracle is null");
        this.test = requireNonNull(test, "test is null");
        this.testLabels = testLabels.clone();
        if (oracle.size() != pool.size()) {
            throw new IllegalArgumentException(
                    oracle.size() + " labels for a pool of " + pool.size() + " images: give one each");
        }
        if (testLabels.length != test.rows() || testLabels.length == 0) {
            throw new IllegalArgumentException(
                    testLabels.length + " labels for " + test.rows() + " test images: give one each, at least one");
        }
    }

    /**
     * Labels until the budget is spent.
     *
     * @param settings of the learner; its seed is the run's
     * @param opening what is labelled at first; the schedule's first batch where it is nothing
     * @param limits when to stop
     * @param heard hears each point as soon as it is known
     * @throws IllegalArgumentException where the budget is larger than the pool, or smaller than what is labelled at first
     */
    public void run(
            LearnerSettings settings,
            Opening opening,
            Schedule schedule,
            Limits limits,
            Consumer<SimulatedTurn> heard) {
        if (limits.budget() > pool.size()) {
            throw new IllegalArgumentException(
                    "a budget of " + limits.budget() + " labels is more than the pool's " + pool.size() + " images");
        }
        ActiveLearner learner = new ActiveLearner(settings);
        LabelledRows labelled = LabelledRows.none(oracle.classes());
        LearnedModel model = null;
        double accuracy = 0;
        try {
            while (labelled.size() < limits.budget() && accuracy < limits.stopAt()) {
                long begun = System.nanoTime();
                int batch = Math.min(schedule.batch(labelled.size()), limits.budget() - labelled.size());
                int[] given = labelled.size() == 0 ? opening.rows(oracle, settings.seed()) : new int[0];
                if (given.length > limits.budget()) {
                    throw new IllegalArgumentException("a run that begins with " + given.length
                            + " labels does not keep to a budget of " + limits.budget());
                }
                int[] asked = given.length > 0 ? given : learner.ask(pool, labelled, model, batch);
                int[] answers = new int[asked.length];
                for (int i = 0; i < asked.length; i++) {
                    answers[i] = oracle.label(asked[i]);
                }
                labelled = labelled.and(asked, answers);
                long learning = System.nanoTime();
                LearnedModel next = learner.learn(pool, labelled, limits.cancellation(), limits.progress());
                if (model != null) {
                    model.close();
                }
                model = next;
                double learnSeconds = (System.nanoTime() - learning) / 1e9;
                Evaluation evaluation = Evaluation.of(model.predict(test), testLabels);
                accuracy = evaluation.accuracy().value();
                heard.accept(new SimulatedTurn(
                        settings.seed(),
                        labelled.size(),
                        labelled.classesSeen(),
                        accuracy,
                        evaluation.balancedAccuracy(),
                        evaluation.negativeLogLikelihood(),
                        evaluation.calibrationError(),
                        learnSeconds,
                        (learning - begun) / 1e9));
            }
        } finally {
            if (model != null) {
                model.close();
            }
        }
    }
}
