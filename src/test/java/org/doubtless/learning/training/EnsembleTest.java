package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.DrawnShapes;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.Architecture;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Posterior;
import org.doubtless.learning.posterior.PosteriorKind;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.doubtless.learning.posterior.Weights;
import org.doubtless.learning.torch.Torch;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Test;

class EnsembleTest {

    private static final TrainingSettings QUICK = new TrainingSettings(8, 20, 20, 1, 2e-3);

    private final TrainingSet labelled =
            new TrainingSet(DrawnShapes.features(12, 1), DrawnShapes.CLASSES, DrawnShapes.labels(12));
    private final Network network = new Network(Architecture.HEAD, DrawnShapes.SHAPE, DrawnShapes.CLASSES);
    private final Lesson lesson = Lesson.of(labelled, DrawnShapes.SHAPE, QUICK, new int[0]);

    @Test
    void trainsTheSameHeadsStackedAsOneAfterAnother() {
        List<Weights> together = fit(List.of(start(1), start(2), start(3)));
        List<Weights> apart = new ArrayList<>();
        for (long seed = 1; seed <= 3; seed++) {
            apart.addAll(fit(List.of(start(seed))));
        }
        float[] stacked = draw(together);
        float[] single = draw(apart);
        for (int i = 0; i < single.length; i++) {
            assertThat(stacked[i]).isCloseTo(single[i], within(1e-3f));
        }
    }

    @Test
    void resamplesAsManyRowsAndForgetsNoClass() {
        int[] rows = {0, 1, 2, 3, 4, 7};
        for (long seed = 0; seed < 50; seed++) {
            int[] drawn = Bootstrap.draw(labelled, rows, new SplittableRandom(seed));
            assertThat(drawn).hasSize(6);
            assertThat(Arrays.stream(drawn).map(row -> row % 3).distinct()).containsExactlyInAnyOrder(0, 1, 2);
            assertThat(rows).contains(Arrays.stream(drawn).distinct().toArray());
        }
    }

    @Test
    void drawsNoMemberTwice() {
        TrainedModel model = new Trainer(
                        new ModelChoice(Architecture.HEAD, PosteriorKind.ENSEMBLE, 3), QUICK, DrawnShapes.SHAPE, 1)
                .train(labelled, Cancellation.never(), Progress.none());
        try (Posterior posterior = model.posterior(20, 1)) {
            assertThat(posterior.samples()).isEqualTo(3);
        }
        try (Posterior posterior = model.posterior(2, 1)) {
            assertThat(posterior.samples()).isEqualTo(2);
        }
    }

    @Test
    void goesOnFromAFormerModel() {
        TrainingSettings slow = new TrainingSettings(12, 1, 1, 1, 1e-9);
        for (PosteriorKind kind : PosteriorKind.values()) {
            ModelChoice choice = new ModelChoice(Architecture.HEAD, kind, kind.defaultMembers() == 1 ? 1 : 2);
            TrainedModel former = new Trainer(choice, QUICK, DrawnShapes.SHAPE, 1)
                    .train(labelled, Cancellation.never(), Progress.none());
            Trainer trainer = new Trainer(choice, slow, DrawnShapes.SHAPE, 7);
            TrainedModel next = trainer.trainOn(former, labelled, Cancellation.never(), Progress.none());
            float[] before = dense(former);
            float[] after = dense(next);
            for (int i = 0; i < 50 && kind != PosteriorKind.SGLD; i++) {
                assertThat(after[i]).as(kind.label()).isCloseTo(before[i], within(1e-4f));
            }
        }
        TrainedModel small =
                new Trainer(QUICK, DrawnShapes.SHAPE, 1).train(labelled, Cancellation.never(), Progress.none());
        Trainer other =
                new Trainer(ModelChoice.of(Architecture.HEAD, PosteriorKind.ENSEMBLE), QUICK, DrawnShapes.SHAPE, 1);
        assertThatThrownBy(() -> other.trainOn(small, labelled, Cancellation.never(), Progress.none()))
                .hasMessageContaining("is no start for");
    }

    @Test
    void learnsSoftTargetsOfCertaintyAsLabels() {
        float[] certain = new float[12 * DrawnShapes.CLASSES];
        IntStream.range(0, 12).forEach(row -> certain[row * DrawnShapes.CLASSES + row % 3] = 1);
        TrainingSet soft =
                TrainingSet.soft(labelled.features(), new ClassProbabilities(12, DrawnShapes.CLASSES, certain));
        byte[] hard = new Trainer(QUICK, DrawnShapes.SHAPE, 1)
                .train(labelled, Cancellation.never(), Progress.none())
                .toBytes();
        assertThat(new Trainer(QUICK, DrawnShapes.SHAPE, 1)
                        .train(soft, Cancellation.never(), Progress.none())
                        .toBytes())
                .isEqualTo(hard);
    }

    @Test
    void followsSoftTargetsAndWeights() {
        FeatureMatrix image = DrawnShapes.features(1, 1);
        TrainingSet doubtful = TrainingSet.soft(image, new ClassProbabilities(1, 3, new float[] {0.6f, 0.3f, 0.1f}));
        assertThat(predicted(doubtful, 0)).isBetween(0.5, 0.7);
        FeatureMatrix twice = image.select(0, 0);
        TrainingSet torn = new TrainingSet(twice, 3, 0, 1).weighted(3, 1);
        // Class weights make up for what the weights of images do to whole classes, but within bounds.
        assertThat(torn.weight(0) * 3).isCloseTo(torn.weight(1), within(1e-6));
    }

    private static double predicted(TrainingSet set, int clazz) {
        TrainingSettings many = new TrainingSettings(8, 400, 400, 1, 5e-3);
        TrainedModel model = new Trainer(
                        new ModelChoice(Architecture.HEAD, PosteriorKind.ENSEMBLE, 1), many, DrawnShapes.SHAPE, 1)
                .train(set, Cancellation.never(), Progress.none());
        try (Posterior posterior = model.posterior(1, 1)) {
            return posterior.sample(set.features()).mean().at(0, clazz);
        }
    }

    /** The weights of its first dense layer. */
    private static float[] dense(TrainedModel model) {
        try (NDManager manager = Torch.newManager()) {
            return model.weights().get(0).toTensors(manager).get(2).toFloatArray();
        }
    }

    private Start start(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Weights first = network.initialise(new float[] {0.2f}, new float[] {3}, random);
        return new Start(first, Bootstrap.draw(labelled, IntStream.range(0, 12).toArray(), random), random);
    }

    private List<Weights> fit(List<Start> starts) {
        return FitNetworks.underDropout(network, lesson, Cancellation.never())
                .fit(starts, Progress.none())
                .weights();
    }

    private float[] draw(List<Weights> members) {
        try (Posterior posterior = PosteriorKind.ENSEMBLE.draw(network, members, 3, 1)) {
            PosteriorSamples drawn = posterior.sample(DrawnShapes.features(4, 3));
            float[] first = new float[3 * 4];
            for (int i = 0; i < first.length; i++) {
                first[i] = drawn.probability(i / 4, i % 4, 1);
            }
            return first;
        }
    }
}
