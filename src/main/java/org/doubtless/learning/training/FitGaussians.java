package org.doubtless.learning.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Weights;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/** Fits Gaussians over the dense weights, and the convolutions before them, to the evidence bound. */
final class FitGaussians {

    // Deviations begin small and have far to go, while means begin about where they end.
    private static final double DEVIATION_RATE = 5;

    private final Network network;
    private final Lesson lesson;
    private final Cancellation cancellation;

    FitGaussians(Network network, Lesson lesson, Cancellation cancellation) {
        this.network = network;
        this.lesson = lesson;
        this.cancellation = cancellation;
    }

    Fitted fit(Start start, Progress progress) {
        Batches batches = new Batches(lesson, start.rows(), start.random().split());
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            NDList weights = start.weights().toTensors(manager);
            GaussianNetwork gaussians = GaussianNetwork.around(manager, network, weights);
            double labels = lesson.evidence(start.rows());
            Evidence evidence = new Evidence(
                    gaussians, lesson.likelihood(), labels, start.random().split());
            Gradients gradients = new Gradients(evidence, List.of(batches));
            Adam means = new Adam(manager, gaussians.means(), 0);
            Adam deviations = new Adam(manager, gaussians.rawDeviations(), 0);
            int total = lesson.settings().steps(start.rows().length);
            for (int step = 1; step <= total; step++) {
                cancellation.check();
                gradients.leave(manager, step);
                double rate = lesson.settings().rate(step, total);
                means.step(rate);
                deviations.step(DEVIATION_RATE * rate);
                progress.report(step, total);
            }
            List<Weights> trained = List.of(
                    Weights.unstack(network, weights).get(0),
                    Weights.unstack(network, gaussians.deviations(manager)).get(0));
            return new Fitted(DivergedTraining.requireFinite(trained, total), total);
        }
    }
}
