package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.posterior.GradientMode;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Torch;
import org.doubtless.learning.posterior.Weights;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/** Fits networks by gradient descent, several at once where they can be stacked. */
final class FitNetworks {

    private static final double WEIGHT_DECAY = 1e-4;
    // A run-up, so that the first steps, whose Adam moments are guesses, do no harm.
    private static final int WARM_UP_STEPS = 20;

    private final Network network;
    private final Lesson lesson;
    private final Cancellation cancellation;

    FitNetworks(Network network, Lesson lesson, Cancellation cancellation) {
        this.network = network;
        this.lesson = lesson;
        this.cancellation = cancellation;
    }

    /** Fits all of them, at once or one after the other. */
    Fitted fit(List<Start> starts, Progress progress) {
        if (network.isStackable()) {
            return fitTogether(starts, progress);
        }
        List<Weights> weights = new ArrayList<>();
        int steps = 0;
        for (Start start : starts) {
            int before = weights.size();
            Fitted fitted = fitTogether(
                    List.of(start), (done, total) -> progress.report(before * total + done, starts.size() * total));
            weights.addAll(fitted.weights());
            steps += fitted.steps();
        }
        return new Fitted(weights, steps);
    }

    private Fitted fitTogether(List<Start> starts, Progress progress) {
        List<Batches> batches = starts.stream()
                .map(start -> lesson.batches(start.rows(), start.random().split()))
                .toList();
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            NDList weights =
                    Weights.stack(manager, starts.stream().map(Start::weights).toList());
            EarlyStopping stopping = new EarlyStopping(network, starts.size(), lesson.labelled(), lesson.held());
            List<SplittableRandom> masks =
                    starts.stream().map(start -> start.random().split()).toList();
            int labels = starts.get(0).rows().length;
            Objective objective = new CrossEntropy(network, weights, labels, masks);
            Adam adam = new Adam(manager, objective.parameters(), WEIGHT_DECAY);
            int total = lesson.settings().steps(labels);
            int step = 0;
            while (step < total && !stopping.isDue()) {
                cancellation.check();
                step++;
                try (NDManager memory = manager.newSubManager()) {
                    descend(objective, memory, Batches.next(memory, batches), step);
                    adam.step(rate(step, total));
                }
                stopping.look(step, total, weights);
                progress.report(step, total);
            }
            List<Weights> best = stopping.best(weights);
            if (!best.stream().allMatch(Weights::areFinite)) {
                throw new DivergedTraining(step, "a weight is not finite");
            }
            progress.report(total, total);
            return new Fitted(best, step);
        }
    }

    /** Leaves the gradients of the loss with the parameters. */
    static void descend(Objective objective, NDManager memory, Batches.Batch batch, int step) {
        try (GradientMode on = GradientMode.on()) {
            NDArray loss = objective.loss(memory, batch);
            float value = loss.getFloat();
            if (!Float.isFinite(value)) {
                throw new DivergedTraining(step, "the loss is " + value);
            }
            NDArray one = memory.ones(loss.getShape());
            JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
        }
    }

    private double rate(int step, int total) {
        double warm = Math.min(1, (double) step / WARM_UP_STEPS);
        return lesson.settings().learningRate() * warm * (1 + Math.cos(Math.PI * (step - 1) / total)) / 2;
    }

    /**
     * Where a network begins.
     *
     * @param rows of the labelled images that it is to learn
     * @param random of its order and masks
     */
    record Start(Weights weights, int[] rows, SplittableRandom random) {}

    /**
     * What a fit left.
     *
     * @param steps taken, by all of them
     */
    record Fitted(List<Weights> weights, int steps) {}
}
