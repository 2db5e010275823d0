package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.doubtless.learning.ActiveLearner;
import org.doubtless.learning.DrawnShapes;
import org.doubtless.learning.LabelledRows;
import org.doubtless.learning.LearnedModel;
import org.doubtless.learning.LearnerSettings;
import org.doubtless.learning.PreparedPool;
import org.doubtless.learning.features.FitLabelFreeFeatures;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.doubtless.pool.ImageId;
import org.doubtless.queue.NextQueue;
import org.doubtless.queue.Reason;
import org.doubtless.round.features.RoundPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sixty images in the graph, ten beyond it, two that nobody can read; the last five of the graph are control images. */
class RankPoolTest {
    private static final int IN_GRAPH = 60;
    private static final List<ImageId> BEYOND = ids(61, 70);
    private static final List<ImageId> UNREADABLE = ids(71, 72);
    private static final ActiveLearner LEARNER = new ActiveLearner(LearnerSettings.auto(3));

    private static RoundPool pool;

    @BeforeAll
    static void prepare() {
        PreparedPool prepared = PreparedPool.labelFree(
                        DrawnShapes.source(IN_GRAPH, 1),
                        new FitLabelFreeFeatures(0, 2),
                        Cancellation.never(),
                        Progress.none())
                .withRecipe(0, Cancellation.never(), Progress.none());
        pool = new RoundPool(null, OptionalLong.empty(), prepared, ids(1, IN_GRAPH), BEYOND);
    }

    @Test
    void without_labels_the_typical_ones_come_first_and_all_come() {
        List<NextQueue.Entry> queue = rank(LabelledRows.none(3), Map.of());
        assertThat(images(queue)).containsExactlyInAnyOrderElementsOf(ids(1, 72));
        assertThat(inOrder(queue, Reason.TYPICAL)).hasSize(55).isEqualTo(images(queue, 0, 55));
        List<ImageId> others = inOrder(queue, Reason.UNSCORED);
        assertThat(others.subList(0, 10)).containsExactlyInAnyOrderElementsOf(BEYOND);
        assertThat(others.subList(10, 12)).isEqualTo(UNREADABLE);
    }

    @Test
    void with_a_model_beyond_the_graph_doubt_ranks() {
        int[] rows = IntStream.range(0, 9).toArray();
        LabelledRows labelled =
                new LabelledRows(3, rows, IntStream.of(rows).map(row -> row % 3).toArray());
        Map<ImageId, Float> modelDoubt = new HashMap<>();
        for (int k = 0; k < BEYOND.size(); k++) {
            modelDoubt.put(BEYOND.get(k), k / 100f);
        }
        List<NextQueue.Entry> queue = rank(labelled, modelDoubt);
        List<ImageId> doubted = inOrder(queue, Reason.DOUBT);
        assertThat(doubted).doesNotContainAnyElementsOf(ids(1, 9)).hasSize(56);
        List<ImageId> byDoubt = new ArrayList<>(BEYOND);
        Collections.reverse(byDoubt);
        assertThat(doubted.subList(46, 56)).isEqualTo(byDoubt);
        double last = 1;
        for (NextQueue.Entry entry : queue) {
            if (entry.reason() == Reason.DOUBT) {
                assertThat(entry.score()).isPositive().isLessThanOrEqualTo(last);
                last = entry.score();
            } else {
                assertThat(entry.score()).isNull();
            }
        }
    }

    private static List<NextQueue.Entry> rank(LabelledRows labelled, Map<ImageId, Float> modelDoubt) {
        List<PoolRow> images = new ArrayList<>();
        for (ImageId image : ids(1, 72)) {
            boolean answered = image.value() <= labelled.size();
            images.add(new PoolRow(image, image.value() > 55 && image.value() <= IN_GRAPH, !answered));
        }
        try (LearnedModel model = LEARNER.learn(pool.prepared(), labelled, Cancellation.never(), Progress.none())) {
            // No share for control images: they come after all others, so that the order of those is plain.
            return new RankPool(0, pool, images, 1)
                    .rank(LEARNER, labelled, labelled.size() == 0 ? null : model, modelDoubt);
        }
    }

    private static List<ImageId> inOrder(List<NextQueue.Entry> queue, Reason reason) {
        return queue.stream()
                .filter(entry -> entry.reason() == reason)
                .map(NextQueue.Entry::image)
                .toList();
    }

    private static List<ImageId> images(List<NextQueue.Entry> queue) {
        return images(queue, 0, queue.size());
    }

    private static List<ImageId> images(List<NextQueue.Entry> queue, int from, int to) {
        return queue.subList(from, to).stream().map(NextQueue.Entry::image).toList();
    }

    private static List<ImageId> ids(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(ImageId::new).toList();
    }
}
