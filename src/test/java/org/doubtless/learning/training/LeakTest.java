package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.DrawnShapes;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.Architecture;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Posterior;
import org.doubtless.learning.posterior.PosteriorKind;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No step leaves an array behind in native memory. */
class LeakTest {

    private final TrainingSet labelled =
            new TrainingSet(DrawnShapes.features(24, 1), DrawnShapes.CLASSES, DrawnShapes.labels(24));

    /** A manager counts what it holds: after each step the same. */
    @ParameterizedTest
    @EnumSource(Architecture.class)
    void keepsNothingOfAStep(Architecture architecture) {
        Network network = new Network(architecture, DrawnShapes.SHAPE, DrawnShapes.CLASSES);
        TrainingSettings settings = new TrainingSettings(8, 1, 1, 1, 1e-3);
        Lesson lesson = Lesson.of(labelled, DrawnShapes.SHAPE, settings, new int[0]);
        SplittableRandom random = new SplittableRandom(1);
        Batches batches = new Batches(lesson, IntStream.range(0, 24).toArray(), random);
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            var weights =
                    network.initialise(new float[1], new float[] {1}, random).toTensors(manager);
            var gaussians = GaussianNetwork.around(manager, network, weights);
            var masks = List.of(random);
            for (Objective objective : new Objective[] {
                new DropoutLoss(network, weights, Likelihood.CATEGORICAL, masks),
                new Evidence(gaussians, Likelihood.CATEGORICAL, 24, random),
                new Potential(network, weights, Likelihood.CATEGORICAL, 24)
            }) {
                Gradients gradients = new Gradients(objective, List.of(batches));
                Adam adam = new Adam(manager, objective.parameters(), 1e-4);
                Langevin walk = new Langevin(manager, objective.parameters(), 0.1, 24, random);
                int before = manager.getManagedArrays().size();
                for (int step = 0; step < 5; step++) {
                    gradients.leave(manager, step);
                    adam.step(1e-3);
                    gradients.leave(manager, step);
                    walk.wander(1e-3);
                }
                assertThat(manager.getManagedArrays()).as(objective.toString()).hasSize(before);
            }
        }
    }

    /** 5,000 steps and 1,000 batches of every posterior: {@code mvn test -Pbenchmark -Dtest=LeakTest}. */
    @Test
    @Tag("benchmark")
    void leavesNativeMemoryFlat() {
        for (PosteriorKind kind : PosteriorKind.values()) {
            for (Architecture architecture : new Architecture[] {Architecture.GAL, Architecture.HEAD}) {
                ModelChoice choice = new ModelChoice(architecture, kind, kind.defaultMembers() == 1 ? 1 : 2);
                TrainedModel model = train(choice, 50);
                long before = ResidentMemory.kilobytes();
                train(choice, 5_000);
                long trained = ResidentMemory.kilobytes();
                try (Posterior posterior = model.posterior(20, 1)) {
                    FeatureMatrix batch = DrawnShapes.features(100, 2);
                    for (int pass = 0; pass < 1_000; pass++) {
                        posterior.sample(batch);
                    }
                }
                long scored = ResidentMemory.kilobytes();
                System.out.printf(
                        "%s %s: %+,d kB after 5,000 steps, %+,d kB after 1,000 batches%n",
                        kind.label(), architecture.label(), trained - before, scored - trained);
                assertThat(scored - before).isLessThan(300_000);
            }
        }
    }

    private TrainedModel train(ModelChoice choice, int steps) {
        TrainingSettings settings = new TrainingSettings(8, steps, steps, 1, 1e-3);
        return new Trainer(choice, settings, DrawnShapes.SHAPE, 1)
                .train(labelled, Cancellation.never(), Progress.none());
    }
}
