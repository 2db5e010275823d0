package org.doubtless.learning.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doubtless.learning.DrawnShapes;
import org.doubtless.learning.LearnerSettings;
import org.doubtless.learning.PreparedPool;
import org.doubtless.learning.acquisition.UniformRandom;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FitLabelFreeFeatures;
import org.doubtless.learning.training.TrainingSettings;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final int IMAGES = 90;

    private static PreparedPool pool;
    private static FeatureMatrix test;

    @BeforeAll
    static void prepare() {
        pool = PreparedPool.labelFree(
                        DrawnShapes.source(IMAGES, 1),
                        new FitLabelFreeFeatures(0, 2),
                        Cancellation.never(),
                        Progress.none())
                .withRecipe(0, Cancellation.never(), Progress.none());
        test = pool.extract(DrawnShapes.source(60, 2), 2, Cancellation.never(), Progress.none());
    }

    @Test
    void spendsTheBudgetAndEachLabelOnce() {
        Oracle oracle = new Oracle(3, DrawnShapes.labels(IMAGES));
        List<SimulatedTurn> points = run(oracle, LearnerSettings.auto(1), Schedule.growing(), 32, 2);
        assertThat(points.stream().map(SimulatedTurn::labels)).containsExactly(10, 15, 20, 25, 30, 32);
        assertThat(oracle.asked()).isEqualTo(32);
        assertThat(points.get(5).classesSeen()).isEqualTo(3);
        assertThat(points.get(5).accuracy()).isGreaterThan(0.85);
    }

    @Test
    void stopsAtTheTarget() {
        List<SimulatedTurn> points =
                run(new Oracle(3, DrawnShapes.labels(IMAGES)), LearnerSettings.auto(1), Schedule.growing(), 90, 0.34);
        assertThat(points.get(points.size() - 1).accuracy()).isGreaterThanOrEqualTo(0.34);
        assertThat(points.stream().limit(points.size() - 1)).allMatch(point -> point.accuracy() < 0.34);
        assertThat(points.get(points.size() - 1).labels()).isLessThan(90);
    }

    @Test
    void theSameSeedGivesTheSameCurve() {
        LearnerSettings random = new LearnerSettings(
                4,
                20,
                Optional.empty(),
                Optional.of(new UniformRandom()),
                TrainingSettings.defaults(),
                LearnerSettings.ALL);
        assertThat(curve(random)).isEqualTo(curve(random)).isNotEqualTo(curve(random.withSeed(5)));
    }

    @Test
    void refusesABudgetBeyondThePoolOrBelowTheOpening() {
        Oracle oracle = new Oracle(3, DrawnShapes.labels(IMAGES));
        assertThatThrownBy(() -> run(oracle, LearnerSettings.auto(1), Schedule.growing(), 91, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("91 labels is more than the pool's 90");
        Limits limits = new Limits(5, 2, Cancellation.never(), Progress.none());
        Simulation simulation = new Simulation(pool, oracle, test, DrawnShapes.labels(60));
        assertThatThrownBy(() -> simulation.run(
                        LearnerSettings.auto(1), Opening.ofEachClass(2), Schedule.growing(), limits, point -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6 labels does not keep to a budget of 5");
    }

    private static List<Double> curve(LearnerSettings settings) {
        return run(new Oracle(3, DrawnShapes.labels(IMAGES)), settings, Schedule.constant(8, 4), 24, 2).stream()
                .map(SimulatedTurn::negativeLogLikelihood)
                .toList();
    }

    @Test
    void opensWithSoManyOfEachClass() {
        Oracle oracle = new Oracle(3, DrawnShapes.labels(IMAGES));
        int[] rows = Opening.ofEachClass(2).rows(oracle, 1);
        assertThat(rows).hasSize(6).doesNotHaveDuplicates();
        for (int label = 0; label < 3; label++) {
            int wanted = label;
            assertThat(Arrays.stream(rows).filter(row -> oracle.label(row) == wanted))
                    .hasSize(2);
        }
        assertThat(Opening.ofEachClass(2).rows(oracle, 1)).containsExactly(rows);
        assertThat(Opening.ofEachClass(2).rows(oracle, 2)).isNotEqualTo(rows);
    }

    private static List<SimulatedTurn> run(
            Oracle oracle, LearnerSettings settings, Schedule schedule, int budget, double stopAt) {
        List<SimulatedTurn> points = new ArrayList<>();
        Limits limits = new Limits(budget, stopAt, Cancellation.never(), Progress.none());
        new Simulation(pool, oracle, test, DrawnShapes.labels(60))
                .run(settings, Opening.none(), schedule, limits, points::add);
        return points;
    }
}
