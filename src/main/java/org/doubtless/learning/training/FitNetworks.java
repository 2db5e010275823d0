package org.doubtless.learning.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Weights;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/** Fits networks by gradient descent, several at once where they can be stacked. */
final class FitNetworks {

    private static final double WEIGHT_DECAY = 1e-4;

    private final Network network;
    private final Lesson lesson;
    private final Cancellation cancellation;
    private final boolean dropping;

    private FitNetworks(Network network, Lesson lesson, Cancellation cancellation, boolean dropping) {
        this.network = network;
        this.lesson = lesson;
        this.cancellation = cancellation;
        this.dropping = dropping;
    }

    static FitNetworks underDropout(Network network, Lesson lesson, Cancellation cancellation) {
        return new FitNetworks(network, lesson, cancellation, true);
    }

    static FitNetworks withoutDropout(Network network, Lesson lesson, Cancellation cancellation) {
        return new FitNetworks(network, lesson, cancellation, false);
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
                .map(start -> new Batches(lesson, start.rows(), start.random().split()))
                .toList();
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            NDList weights =
                    Weights.stack(manager, starts.stream().map(Start::weights).toList());
            EarlyStopping stopping = new EarlyStopping(network, starts.size(), lesson.labelled(), lesson.held());
            List<SplittableRandom> masks = starts.stream()
                    .filter(start -> dropping)
                    .map(start -> start.random().split())
                    .toList();
            int labels = starts.get(0).rows().length;
            Objective objective = new DropoutLoss(network, weights, lesson.likelihood(), masks);
            Gradients gradients = new Gradients(objective, batches);
            Adam adam = new Adam(manager, objective.parameters(), WEIGHT_DECAY);
            int total = lesson.settings().steps(labels);
            int step = 0;
            while (step < total && !stopping.isDue()) {
                cancellation.check();
                step++;
                gradients.leave(manager, step);
                adam.step(lesson.settings().rate(step, total));
                stopping.look(step, total, weights);
                progress.report(step, total);
            }
            progress.report(total, total);
            return new Fitted(DivergedTraining.requireFinite(stopping.best(weights), step), step);
        }
    }
}
