package org.doubtless.learning;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.doubtless.learning.acquisition.AcquisitionFunction;
import org.doubtless.learning.acquisition.Candidates;
import org.doubtless.learning.acquisition.Ranking;
import org.doubtless.learning.acquisition.UniformRandom;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.training.ModelChoice;
import org.doubtless.learning.training.TrainedModel;
import org.doubtless.learning.training.Trainer;
import org.doubtless.learning.training.TrainingSet;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/**
 * The loop's two questions about a prepared pool: what do the labels teach, and which images to ask about next.
 *
 * <p>What people's rounds and simulations both run. Holds no state and no native memory between calls; all methods may
 * run beside one another on ordinary (not virtual) threads, and all are pure functions of the settings and their
 * arguments.
 */
public final class ActiveLearner {

    private final LearnerSettings settings;

    public ActiveLearner(LearnerSettings settings) {
        this.settings = requireNonNull(settings, "settings is null");
    }

    /**
     * Learns from the labels; close what it returns.
     *
     * @param labelled for networks one label or more; all may be of one class
     * @throws org.doubtless.learning.work.CancelledLearning between two steps, once asked to
     * @throws org.doubtless.learning.training.DivergedTraining where a loss or weight is not finite
     */
    public LearnedModel learn(PreparedPool pool, LabelledRows labelled, Cancellation cancellation, Progress progress) {
        if (settings.network().isEmpty()) {
            cancellation.check();
            return recipe(pool, labelled);
        }
        ModelChoice choice = settings.network().get();
        TrainingSet set =
                new TrainingSet(pool.features().select(labelled.rows()), labelled.classes(), labelled.labels());
        TrainedModel trained = new Trainer(choice, settings.training(), shapeOf(pool), Purpose.TRAINING.seed(settings))
                .train(set, cancellation, progress);
        return new NetworkModel(
                pool.features(), trained, trained.posterior(settings.samples(), Purpose.POSTERIOR.seed(settings)));
    }

    /** Pictures are seen as such; other features are one line of numbers. */
    private static FeatureShape shapeOf(PreparedPool pool) {
        return pool.shape()
                .orElseGet(() -> new FeatureShape(1, 1, pool.features().columns()));
    }

    private RecipeModel recipe(PreparedPool pool, LabelledRows labelled) {
        AutoModel learnt = pool.recipe().learn(labelled.rows(), labelled.labels(), labelled.classes());
        return new RecipeModel(learnt, settings.samples(), Purpose.POSTERIOR.seed(settings));
    }

    /**
     * The images to ask about next, first to ask first; fewer than {@code batch} where fewer are left.
     *
     * @param model what was learnt from these labels; null where nothing was
     */
    public int[] ask(PreparedPool pool, LabelledRows labelled, LearnedModel model, int batch) {
        Set<Integer> known = Arrays.stream(labelled.rows()).boxed().collect(Collectors.toSet());
        int[] all = IntStream.range(0, pool.size())
                .filter(row -> !known.contains(row))
                .toArray();
        int[] free = settings.acquisition().isEmpty() ? all : candidates(all, labelled.size());
        return Arrays.copyOf(rank(pool, labelled, model, free, batch), Math.min(batch, free.length));
    }

    /** So many of the rows as are to be looked at, in their order; others each time. */
    private int[] candidates(int[] rows, int labelled) {
        if (rows.length <= settings.candidates()) {
            return rows;
        }
        double[] lots = new SplittableRandom(Purpose.CANDIDATES.seed(settings) + labelled)
                .doubles(rows.length)
                .toArray();
        return IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> lots[i]))
                .limit(settings.candidates())
                .map(i -> rows[i])
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Puts images in the order in which to ask.
     *
     * <p>A model that has seen fewer than two classes has nothing to compare: its doubts mean nothing, and whoever goes
     * by doubts asks at random.
     *
     * @param model what was learnt from these labels; null where nothing was
     * @param rows of the pool, none of them labelled, none twice
     * @param batch how many are asked before the model learns anew; those after them are only ranked
     * @return all the rows, first to ask first
     */
    public int[] rank(PreparedPool pool, LabelledRows labelled, LearnedModel model, int[] rows, int batch) {
        if (rows.length == 0) {
            return new int[0];
        }
        if (settings.acquisition().isEmpty()) {
            RecipeModel recipe = model instanceof RecipeModel learnt ? learnt : recipe(pool, labelled);
            return pool.recipe()
                    .rank(recipe.learnt(), rows, Math.min(batch, rows.length), Purpose.ACQUISITION.seed(settings));
        }
        // Another draw each time, or the random order of one call would be a piece of the next one's.
        long seed = new SplittableRandom(Purpose.ACQUISITION.seed(settings) + labelled.size()).nextLong();
        AcquisitionFunction acquisition = settings.acquisition().get();
        boolean ignorant = labelled.size() == 0 || model == null || model.classesSeen() < 2;
        boolean goesByDoubts = acquisition.needs().contains(Candidates.Part.DOUBTS)
                || acquisition.needs().contains(Candidates.Part.SAMPLES);
        AcquisitionFunction able = ignorant && goesByDoubts ? new UniformRandom() : acquisition;
        Ranking ranking = Ranking.of(able.score(
                candidates(able, pool, labelled, model, rows, seed).withBatch(Math.min(batch, rows.length))));
        return Arrays.stream(ranking.order()).map(place -> rows[place]).toArray();
    }

    private static Candidates candidates(
            AcquisitionFunction acquisition,
            PreparedPool pool,
            LabelledRows labelled,
            LearnedModel model,
            int[] rows,
            long seed) {
        Set<Candidates.Part> needs = acquisition.needs();
        FeatureMatrix features = pool.features();
        Candidates candidates = Candidates.unknown(rows.length, seed);
        if (needs.contains(Candidates.Part.SAMPLES)) {
            candidates = Candidates.of(model.samples(rows), seed);
        } else if (needs.contains(Candidates.Part.DOUBTS)) {
            candidates = new Candidates(
                    model.score(rows).stream().map(ImageDoubt::doubt).toList(), seed);
        }
        if (needs.contains(Candidates.Part.FEATURES)) {
            candidates = candidates.withFeatures(features.select(rows));
        }
        return needs.contains(Candidates.Part.LABELLED)
                ? candidates.withLabelled(features.select(labelled.rows()), labelled.labels())
                : candidates;
    }
}
