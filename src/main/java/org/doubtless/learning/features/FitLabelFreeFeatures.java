package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/**
 * Fits {@link LabelFreeFeatures} to a pool, from a sample of at most 10,000 images, 2,500 where
 * they are large.
 *
 * <p>Parts: oriented gradients, of which 100 components are kept; learned patches of 6x6 pixels in at
 * most 64x64, 128 components whitened by half; where images have 96 pixels or more, a second part of
 * 8x8 patches in 128x128; and first of all a pretrained network's output, or that of an encoder trained on the pool, 128 components,
 * where one is given. Memory is bounded by the covariance of the codes (some 50 MB a part),
 * however many images there are. The same seed and pool give the same bytes, whatever the number of
 * threads.
 */
public final class FitLabelFreeFeatures {

    private static final int SAMPLE = 10_000;
    private static final int SAMPLE_OF_LARGE = 2_500;
    private static final int LOOKS = 200;
    private static final int HOG_COMPONENTS = 100;
    private static final int PATCH_COMPONENTS = 128;
    private static final double PATCH_WHITENING = 0.5;

    private static final int NETWORK_COMPONENTS = 128;

    private final int parallelism;
    private final Optional<CodeExtractor> network;
    private final long sampleSeed;
    private final long dictionarySeed;
    private final long componentsSeed;

    /** @param parallelism threads to use, at least 1 */
    public FitLabelFreeFeatures(long seed, int parallelism) {
        this(seed, parallelism, Optional.empty());
    }

    /**
     * With a pretrained network.
     *
     * @param parallelism threads to use, at least 1
     * @param backbone stays the caller's to close, after the last extraction
     */
    public FitLabelFreeFeatures(long seed, int parallelism, BackboneFeatures backbone) {
        this(seed, parallelism, Optional.of(backbone));
    }

    /**
     * With an encoder that was trained on the pool.
     *
     * @param parallelism threads to use, at least 1
     */
    public FitLabelFreeFeatures(long seed, int parallelism, SelfSupervisedEncoder encoder) {
        this(seed, parallelism, Optional.of(encoder));
    }

    private FitLabelFreeFeatures(long seed, int parallelism, Optional<CodeExtractor> network) {
        SplittableRandom seeds = new SplittableRandom(seed);
        this.parallelism = parallelism;
        this.network = network;
        sampleSeed = seeds.nextLong();
        dictionarySeed = seeds.nextLong();
        componentsSeed = seeds.nextLong();
    }

    /** Threads that it uses. */
    public int parallelism() {
        return parallelism;
    }

    /**
     * Looks at the pool and learns.
     *
     * @param pool at least one image
     * @throws org.doubtless.learning.work.CancelledLearning between two steps, once asked to
     */
    public LabelFreeFeatures fit(ImageSource pool, Cancellation cancellation, Progress progress) {
        requireNonNull(pool, "pool is null");
        if (pool.size() < 1) {
            throw new IllegalArgumentException("the pool has no image: import some before fitting features");
        }
        int[] drawn = SampledRows.drawn(pool.size(), SAMPLE, new SplittableRandom(sampleSeed));
        try (Workers workers = new Workers(parallelism, cancellation)) {
            PartPlan plan = new PartPlan(look(pool, drawn, workers), pool.size());
            int[] sample = plan.patchGrids().size() == 1 ? drawn : first(drawn, SAMPLE_OF_LARGE);
            int[] patchRows = first(sample, PatchSample.IMAGES);
            Steps steps = new Steps(progress, sample.length + plan.patchGrids().size() * patchRows.length);
            List<PlannedPart> parts = new ArrayList<>();
            network.ifPresent(codes -> parts.add(new PlannedPart(codes, NETWORK_COMPONENTS, 0)));
            parts.add(new PlannedPart(new HogFeatures(plan.hogShape()), HOG_COMPONENTS, 0));
            for (PatchGrid grid : plan.patchGrids()) {
                float[][] patches = PatchSample.take(pool, patchRows, grid, dictionarySeed, workers, steps);
                PatchDictionary dictionary =
                        PatchDictionary.learn(patches, PatchDictionary.ATOMS, dictionarySeed, workers);
                String name = grid == plan.patchGrids().get(0) ? PatchFeatures.NAME : PatchFeatures.LARGE_NAME;
                parts.add(
                        new PlannedPart(new PatchFeatures(name, grid, dictionary), PATCH_COMPONENTS, PATCH_WHITENING));
            }
            measure(pool, sample, parts, workers, steps);
            return new LabelFreeFeatures(parts.stream()
                    .map(part -> part.reduced(componentsSeed, workers))
                    .toList());
        }
    }

    private static int[] first(int[] rows, int most) {
        return Arrays.copyOf(rows, Math.min(rows.length, most));
    }

    private static FeatureShapeChoice look(ImageSource pool, int[] sample, Workers workers) {
        FeatureShapeChoice choice = new FeatureShapeChoice(FeatureShapeChoice.DEFAULT_SIDE);
        for (int row : first(sample, LOOKS)) {
            workers.check();
            choice.see(pool.read(row));
        }
        return choice;
    }

    /** Codes of a chunk are counted and forgotten, so that memory does not grow with the sample. */
    private static void measure(ImageSource pool, int[] sample, List<PlannedPart> parts, Workers workers, Steps steps) {
        for (int chunk = 0; chunk < sample.length; chunk += CodeMoments.CHUNK) {
            int start = chunk;
            int length = Math.min(CodeMoments.CHUNK, sample.length - start);
            float[][][] codes_PND = new float[parts.size()][length][];
            workers.each(length, 4, (from, to) -> {
                for (int i = from; i < to; i++) {
                    var image = pool.read(sample[start + i]);
                    for (int part = 0; part < codes_PND.length; part++) {
                        codes_PND[part][i] = parts.get(part).codes().extract(image);
                    }
                }
                steps.add(to - from);
            });
            for (int part = 0; part < codes_PND.length; part++) {
                parts.get(part).moments().add(codes_PND[part], workers);
            }
        }
    }
}
