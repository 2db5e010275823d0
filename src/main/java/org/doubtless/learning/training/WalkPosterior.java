package org.doubtless.learning.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Weights;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/**
 * Collects networks on a {@link Langevin} walk in cycles.
 *
 * <p>Zhang et al. 2020, "Cyclical stochastic gradient MCMC for Bayesian deep learning". Each cycle
 * begins with long steps that lead to another mode, downhill, and ends with short ones that explore
 * it, with noise; there networks are collected. The noise of a batch's gradient adds to the walk's
 * own and is not corrected.
 */
final class WalkPosterior {

    /** Networks collected in each cycle. */
    private static final int BY_CYCLE = 5;
    /** Adam's rates are small beside those of plain steps. */
    private static final double STEP_FACTOR = 5;

    private static final double FRICTION = 0.1;
    /** The share of a cycle that leads to a mode. */
    private static final double DESCENT = 0.5;
    /** Steps shorter than this share of the longest explore nothing. */
    private static final double SHORTEST = 0.1;

    private final Network network;
    private final Lesson lesson;
    private final Cancellation cancellation;

    WalkPosterior(Network network, Lesson lesson, Cancellation cancellation) {
        this.network = network;
        this.lesson = lesson;
        this.cancellation = cancellation;
    }

    /** @param samples networks to collect */
    Fitted walk(Start start, int samples, Progress progress) {
        Batches batches = new Batches(lesson, start.rows(), start.random().split());
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            NDList weights = start.weights().toTensors(manager);
            double labels = lesson.evidence(start.rows());
            Potential potential = new Potential(network, weights, lesson.likelihood(), labels);
            Gradients gradients = new Gradients(potential, List.of(batches));
            Langevin langevin = new Langevin(
                    manager,
                    potential.parameters(),
                    FRICTION,
                    labels,
                    start.random().split());
            int cycle = Math.max(2 * BY_CYCLE, lesson.settings().steps(start.rows().length));
            int descent = (int) (cycle * DESCENT);
            int cycles = (samples + BY_CYCLE - 1) / BY_CYCLE;
            List<Weights> collected = new ArrayList<>();
            for (int step = 1; step <= cycles * cycle; step++) {
                cancellation.check();
                gradients.leave(manager, step);
                int inCycle = (step - 1) % cycle + 1;
                if (inCycle <= descent) {
                    langevin.descend(length(inCycle, cycle));
                } else {
                    langevin.wander(length(inCycle, cycle));
                }
                if (isCollected(inCycle - descent, cycle - descent) && collected.size() < samples) {
                    collected.addAll(Weights.unstack(network, weights));
                }
                progress.report(step, cycles * cycle);
            }
            return new Fitted(DivergedTraining.requireFinite(collected, cycles * cycle), cycles * cycle);
        }
    }

    /** Whether one of so many evenly spaced steps, the last among them, is this one. */
    private static boolean isCollected(int step, int steps) {
        return step > 0 && step * BY_CYCLE / steps > (step - 1) * BY_CYCLE / steps;
    }

    private double length(int inCycle, int cycle) {
        double share = (1 + Math.cos(Math.PI * (inCycle - 1) / cycle)) / 2;
        return STEP_FACTOR * lesson.settings().learningRate() * Math.max(SHORTEST, share);
    }
}
