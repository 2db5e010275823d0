package org.doubtless.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doubtless.learning.ActiveLearner;
import org.doubtless.learning.LabelledRows;
import org.doubtless.learning.LearnedModel;
import org.doubtless.pool.ImageId;
import org.doubtless.queue.NextQueue;
import org.doubtless.queue.Reason;
import org.doubtless.queue.ServingOrder;
import org.doubtless.round.features.RoundPool;

/**
 * Ranks what waits for an answer. First the images that the learner chose, then those beyond its graph by their model
 * doubt, last those that no model can read: a person may.
 */
final class RankPool {
    // People go on labelling while the next round runs: the queue is chosen as one batch for both.
    private static final int LEAST_BATCH = 10;
    private static final int MOST_BATCH = 100;

    private final double controlShare;
    private final RoundPool pool;
    private final List<PoolRow> images;
    private final long seed;

    /**
     * @param controlShare of control images among those served
     * @param seed draws their places
     */
    RankPool(double controlShare, RoundPool pool, List<PoolRow> images, long seed) {
        this.controlShare = controlShare;
        this.pool = pool;
        this.images = images;
        this.seed = seed;
    }

    /** How many images are chosen to be labelled together, after so many labels. */
    private static int batch(int labels) {
        return Math.max(LEAST_BATCH, Math.min(MOST_BATCH, labels / 5));
    }

    /**
     * @param model what was learnt; null where there was nothing to learn from
     * @param modelDoubt of the images beyond the graph
     */
    List<NextQueue.Entry> rank(
            ActiveLearner learner, LabelledRows labelled, LearnedModel model, Map<ImageId, Float> modelDoubt) {
        Set<ImageId> waiting = new HashSet<>(waiting(false));
        List<ImageId> order = chosen(learner, labelled, model, waiting);
        int chosen = order.size();
        order.addAll(beyond(waiting, modelDoubt));
        int ranked = model == null ? chosen : order.size();
        Set<ImageId> placed = new HashSet<>(order);
        images.stream()
                .map(PoolRow::image)
                .filter(image -> waiting.contains(image) && !placed.contains(image))
                .forEach(order::add);
        return entries(order, model == null ? chosen : 0, ranked);
    }

    /** By stored scores alone, the most model doubt first; for a model that cannot be made again. */
    static List<NextQueue.Entry> byDoubt(
            double controlShare, List<PoolRow> images, Map<ImageId, Float> modelDoubt, long seed) {
        RankPool rank = new RankPool(controlShare, null, images, seed);
        List<ImageId> order = rank.waiting(false).stream()
                .sorted(Comparator.comparingDouble(image -> -modelDoubt.getOrDefault(image, -1f)))
                .toList();
        int ranked = (int) order.stream().filter(modelDoubt::containsKey).count();
        return rank.entries(order, 0, ranked);
    }

    /** The images of an arm that wait for an answer, in the order in which chance drew them. */
    private List<ImageId> waiting(boolean control) {
        return images.stream()
                .filter(image -> image.waiting() && image.control() == control)
                .map(PoolRow::image)
                .toList();
    }

    private List<ImageId> chosen(
            ActiveLearner learner, LabelledRows labelled, LearnedModel model, Set<ImageId> waiting) {
        int[] candidates = pool.images().stream()
                .filter(waiting::contains)
                .mapToInt(image -> pool.row(image).orElseThrow())
                .toArray();
        List<ImageId> order = new ArrayList<>();
        for (int row : learner.rank(pool.prepared(), labelled, model, candidates, batch(labelled.size()))) {
            order.add(pool.images().get(row));
        }
        return order;
    }

    private List<ImageId> beyond(Set<ImageId> waiting, Map<ImageId, Float> modelDoubt) {
        return pool.beyond().stream()
                .filter(waiting::contains)
                .sorted(Comparator.comparingDouble(image -> -modelDoubt.getOrDefault(image, 0f)))
                .toList();
    }

    /** A score is the share of the ranking that stands behind. */
    private List<NextQueue.Entry> entries(List<ImageId> order, int typical, int ranked) {
        Map<ImageId, Integer> places = new HashMap<>();
        order.forEach(image -> places.put(image, places.size()));
        return ServingOrder.merge(order, waiting(true), controlShare, seed).stream()
                .map(place -> {
                    int at = places.getOrDefault(place.image(), ranked);
                    boolean isRanked = !place.control() && at < ranked;
                    return new NextQueue.Entry(
                            place.image(),
                            place.position(),
                            isRanked ? (ranked - at) / (double) ranked : null,
                            place.control()
                                    ? Reason.CONTROL
                                    : !isRanked ? Reason.UNSCORED : at < typical ? Reason.TYPICAL : Reason.DOUBT);
                })
                .toList();
    }
}
