package org.doubtless.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.features.Clouds;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeaturePart;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.Neighbours;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.doubtless.learning.uncertainty.Doubt;
import org.doubtless.learning.uncertainty.Uncertainty;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Test;

class AutoLearnerTest {

    private static final int COLUMNS = 20;
    private static final int CLASSES = 4;

    private final AutoLearner learner = prepare(Clouds.of(500, CLASSES, COLUMNS, 1));

    @Test
    void findsAllCloudsAndLearnsThemFromTheLabelsItAsksFor() {
        int[] labelled = {};
        for (int turn = 0; turn < 3; turn++) {
            AutoModel model = learn(learner, labelled);
            int[] order = learner.rank(model, without(500, labelled), 5, 7);
            labelled = IntStream.concat(Arrays.stream(labelled), Arrays.stream(order, 0, 5))
                    .toArray();
        }
        AutoModel model = learn(learner, labelled);
        assertThat(model.classesSeen()).isEqualTo(CLASSES);
        assertThat(share(model.predicted())).isGreaterThan(0.97);
        FeatureMatrix others = Clouds.of(200, CLASSES, COLUMNS, 77).toFeatures();
        assertThat(share(model.predicted(others))).isGreaterThan(0.97);
    }

    @Test
    void ranksEveryCandidateOnceInEveryPhase() {
        for (int labels : new int[] {0, 3, 10, 14, 40}) {
            int[] labelled = IntStream.range(0, labels).toArray();
            int[] candidates = IntStream.range(100, 400).toArray();
            int[] order = learner.rank(learn(learner, labelled), candidates, 7, 3);
            assertThat(order).hasSameSizeAs(candidates).containsExactlyInAnyOrder(candidates);
        }
    }

    @Test
    void goesOnWhereTheColdStartWasLeft() {
        int[] all = learner.rank(learn(learner), without(500), 10, 3);
        int[] first = Arrays.copyOf(all, 4);
        int[] next = learner.rank(learn(learner, first), without(500, first), 6, 3);
        assertThat(Arrays.copyOf(next, 6)).containsExactly(Arrays.copyOfRange(all, 4, 10));
    }

    @Test
    void isTheSameForTheSameSeedAndLabels() {
        AutoLearner again = prepare(Clouds.of(500, CLASSES, COLUMNS, 1));
        int[] labelled = IntStream.range(30, 48).toArray();
        assertThat(learn(again, labelled).probabilities().row(7))
                .isEqualTo(learn(learner, labelled).probabilities().row(7));
        assertThat(again.rank(learn(again, labelled), without(500, labelled), 5, 3))
                .isEqualTo(learner.rank(learn(learner, labelled), without(500, labelled), 5, 3));
    }

    @Test
    void isTheSameMadeAgainFromItsGraph() {
        FloatMatrix pool = Clouds.of(500, CLASSES, COLUMNS, 1);
        AutoLearner again = AutoLearner.prepareAgain(pool.toFeatures(), parts(), 5, learner.graphBytes());
        int[] labelled = IntStream.range(30, 48).toArray();
        AutoModel model = learn(again, labelled);
        AutoModel first = learn(learner, labelled);
        assertThat(model.probabilities().row(7)).isEqualTo(first.probabilities().row(7));
        assertThat(again.rank(model, without(500, labelled), 5, 3))
                .isEqualTo(learner.rank(first, without(500, labelled), 5, 3));
        assertThat(again.graphBytes()).isEqualTo(learner.graphBytes());
    }

    @Test
    void refusesAGraphOfOtherImages() {
        byte[] graph = learner.graphBytes();
        FeatureMatrix fewer = Clouds.of(499, CLASSES, COLUMNS, 1).toFeatures();
        FeatureMatrix pool = Clouds.of(500, CLASSES, COLUMNS, 1).toFeatures();
        assertThatThrownBy(() -> AutoLearner.prepareAgain(fewer, parts(), 5, graph))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no graph of 499 images");
        for (byte[] broken : new byte[][] {{}, Arrays.copyOf(graph, 15), Arrays.copyOf(graph, graph.length - 1)}) {
            assertThatThrownBy(() -> AutoLearner.prepareAgain(pool, parts(), 5, broken))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void knowsOtherImagesByTheirKeptNeighbours() {
        AutoModel model = learn(learner, IntStream.range(0, 20).toArray());
        FeatureMatrix others = Clouds.of(40, CLASSES, COLUMNS, 8).toFeatures();
        Neighbours near = learner.near(others, Cancellation.never());
        byte[][] kept = IntStream.range(0, 40).mapToObj(near::toBytes).toArray(byte[][]::new);
        try (AutoPosterior posterior = model.posterior(5, 9)) {
            PosteriorSamples looked = posterior.sample(others);
            PosteriorSamples known = posterior.sample(others, Neighbours.fromBytes(500, kept));
            for (int image = 0; image < 40; image++) {
                assertThat(known.mean().row(image)).isEqualTo(looked.mean().row(image));
            }
        }
        kept[3][0] = 1;
        assertThatThrownBy(() -> Neighbours.fromBytes(500, kept)).hasMessageContaining("image 3 has neighbour");
    }

    @Test
    void predictsTheSameWhateverTheOrderOfTheLabels() {
        int[] rows = IntStream.range(30, 48).toArray();
        int[] turned = IntStream.range(30, 48).map(i -> 77 - i).toArray();
        assertThat(learn(learner, rows).predicted())
                .isEqualTo(learn(learner, turned).predicted());
    }

    @Test
    void givesDistributionsThatGrowSureWithLabels() {
        ClassProbabilities few = learn(learner, 0, 1).probabilities();
        ClassProbabilities many =
                learn(learner, IntStream.range(0, 60).toArray()).probabilities();
        double fewSure = 0;
        double manySure = 0;
        for (int row = 0; row < 500; row++) {
            fewSure += few.at(row, few.predicted(row)) / 500;
            manySure += many.at(row, many.predicted(row)) / 500;
        }
        assertThat(manySure).isGreaterThan(0.9).isGreaterThan(fewSure);
    }

    @Test
    void drawsTheSameNetworksForRowsAndOtherImages() {
        AutoModel model = learn(learner, IntStream.range(0, 20).toArray());
        try (AutoPosterior posterior = model.posterior(5, 9)) {
            PosteriorSamples some = posterior.sampleRows(3, 200, 41);
            PosteriorSamples one = posterior.sampleRows(41);
            assertThat(some.images()).isEqualTo(3);
            for (int s = 0; s < 5; s++) {
                assertThat(some.probability(s, 2, 1)).isCloseTo(one.probability(s, 0, 1), within(1e-5f));
            }
            PosteriorSamples outside = posterior.sample(
                    Clouds.of(500, CLASSES, COLUMNS, 1).toFeatures().range(41, 42));
            assertThat(outside.mean().predicted(0)).isEqualTo(one.mean().predicted(0));
        }
    }

    /** The last cloud is labelled by the toss of a coin: no label will ever settle it, and many say so. */
    @Test
    void countsAsModelDoubtWhatFewLabelsLeaveOpenAndAsDataDoubtWhatManyDo() {
        Mean[] few = doubts(12);
        Mean[] many = doubts(300);
        assertThat(few[0].modelShare()).as("clear images, few labels").isGreaterThan(0.15);
        assertThat(many[CLASSES - 1].modelShare())
                .as("unclear images, many labels")
                .isLessThan(0.1);
        assertThat(many[CLASSES - 1].aleatoric()).isGreaterThan(2 * many[0].aleatoric());
    }

    /** The mean doubt about the images of each cloud. */
    private Mean[] doubts(int labels) {
        SplittableRandom coin = new SplittableRandom(4);
        int[] rows = IntStream.range(0, labels).toArray();
        int[] classes = Arrays.stream(rows)
                .map(row -> row % CLASSES == CLASSES - 1 ? CLASSES - 1 - coin.nextInt(2) : row % CLASSES)
                .toArray();
        List<Doubt> all = Uncertainty.measure(learner.learn(rows, classes, CLASSES)
                .posterior(40, 3)
                .sampleRows(IntStream.range(300, 500).toArray()));
        Mean[] clouds = new Mean[CLASSES];
        for (int cloud = 0; cloud < CLASSES; cloud++) {
            int of = cloud;
            List<Doubt> own = IntStream.range(0, all.size())
                    .filter(i -> (300 + i) % CLASSES == of)
                    .mapToObj(all::get)
                    .toList();
            clouds[cloud] = new Mean(
                    own.stream().mapToDouble(Doubt::total).average().orElseThrow(),
                    own.stream().mapToDouble(Doubt::aleatoric).average().orElseThrow());
        }
        return clouds;
    }

    private record Mean(double total, double aleatoric) {
        double modelShare() {
            return (total - aleatoric) / total;
        }
    }

    /** What PosteriorContractTest asks of networks. */
    @Test
    void keepsTheContractOfPosteriors() {
        FeatureMatrix images = Clouds.of(9, CLASSES, COLUMNS, 5).toFeatures();
        for (int labels : new int[] {1, 3, 20}) {
            AutoModel model = learn(learner, IntStream.range(0, labels).toArray());
            try (AutoPosterior posterior = model.posterior(6, 3)) {
                assertThat(posterior.samples()).isEqualTo(6);
                assertThat(posterior.classes()).isEqualTo(CLASSES);
                assertThat(posterior.sample(images.range(0, 0)).images()).isZero();
                assertThat(posterior.sampleRows().images()).isZero();
                PosteriorSamples drawn = posterior.sample(images);
                assertThat(flat(model.posterior(6, 3).sample(images))).isEqualTo(flat(drawn));
                assertThat(flat(model.posterior(6, 4).sample(images))).isNotEqualTo(flat(drawn));
                for (int s = 0; s < 6; s++) {
                    assertThat(drawn.probability(s, 0, 0)).isNotEqualTo(drawn.probability((s + 1) % 6, 0, 0));
                    for (int n = 0; n < 9; n++) {
                        assertThat(posterior.sample(images.range(n, n + 1)).probability(s, 0, 2))
                                .isCloseTo(drawn.probability(s, n, 2), within(5e-5f));
                    }
                }
            }
        }
    }

    private static float[] flat(PosteriorSamples drawn) {
        float[] flat = new float[drawn.samples() * drawn.images() * drawn.classes()];
        int at = 0;
        for (int s = 0; s < drawn.samples(); s++) {
            for (int n = 0; n < drawn.images(); n++) {
                for (int c = 0; c < drawn.classes(); c++) {
                    flat[at++] = drawn.probability(s, n, c);
                }
            }
        }
        return flat;
    }

    @Test
    void worksFromTheSmallestPoolsOn() {
        for (int images : new int[] {1, 2, 5, 20, 100}) {
            AutoLearner small = prepare(Clouds.of(images, 2, COLUMNS, 1));
            for (int labels = 0; labels <= Math.min(images, 4); labels++) {
                int[] labelled = IntStream.range(0, labels).toArray();
                AutoModel model = small.learn(labelled, classes(2, labelled), 2);
                assertThat(model.probabilities().images()).isEqualTo(images);
                assertThat(small.rank(model, without(images, labelled), 3, 1)).hasSize(images - labels);
                assertThat(model.predicted(Clouds.of(3, 2, COLUMNS, 4).toFeatures()))
                        .hasSize(3);
            }
        }
    }

    @Test
    void worksWithOneClassAndWithNone() {
        AutoModel none = learn(learner);
        assertThat(none.predicted()).containsOnly(0);
        assertThat((double) none.probabilities().at(3, 1)).isBetween(0.02, 0.7);
        AutoModel one = learner.learn(new int[] {2, 6, 10}, new int[] {2, 2, 2}, CLASSES);
        assertThat(one.predicted()).containsOnly(2);
        assertThat(learner.rank(one, without(500, 2, 6, 10), 5, 1)).hasSize(497);
    }

    @Test
    void worksOnCopiesAndOnPieces() {
        FloatMatrix copies = Clouds.of(3, 3, COLUMNS, 1)
                .select(IntStream.range(0, 90).map(i -> i % 3).toArray());
        AutoLearner copied = prepare(copies);
        AutoModel model = copied.learn(new int[] {0, 1, 2}, new int[] {0, 1, 2}, 3);
        assertThat(model.predicted())
                .isEqualTo(IntStream.range(0, 90).map(i -> i % 3).toArray());
        assertThat(copied.rank(model, without(90, 0, 1, 2), 5, 1)).hasSize(87);
    }

    @Test
    void refusesLabelsThatCannotBe() {
        assertThatThrownBy(() -> learner.learn(new int[] {3, 3}, new int[2], 2)).hasMessageContaining("row 3");
        assertThatThrownBy(() -> learner.learn(new int[] {500}, new int[1], 2)).hasMessageContaining("row 500");
        assertThatThrownBy(() -> learner.learn(new int[] {4}, new int[] {2}, 2)).hasMessageContaining("label 2");
        assertThatThrownBy(() -> AutoLearner.prepare(
                        Clouds.of(9, 2, COLUMNS, 1).toFeatures(), parts(), 1, () -> true, Progress.none()))
                .isInstanceOf(CancelledLearning.class);
    }

    private static AutoLearner prepare(FloatMatrix pool) {
        return AutoLearner.prepare(pool.toFeatures(), parts(), 5, Cancellation.never(), Progress.none());
    }

    private static List<FeaturePart> parts() {
        return List.of(new FeaturePart("all", 0, COLUMNS));
    }

    private static AutoModel learn(AutoLearner learner, int... rows) {
        return learner.learn(rows, classes(CLASSES, rows), CLASSES);
    }

    private static int[] classes(int classes, int... rows) {
        return Arrays.stream(rows).map(row -> row % classes).toArray();
    }

    private static int[] without(int images, int... labelled) {
        return IntStream.range(0, images)
                .filter(row -> Arrays.stream(labelled).noneMatch(other -> other == row))
                .toArray();
    }

    private static double share(int... predicted) {
        return IntStream.range(0, predicted.length)
                .mapToDouble(row -> predicted[row] == row % CLASSES ? 1.0 / predicted.length : 0)
                .sum();
    }
}
