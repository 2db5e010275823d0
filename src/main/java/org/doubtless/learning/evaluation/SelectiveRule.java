package org.doubtless.learning.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides which predictions of a model may stand as labels, if at most a share of them shall be wrong.
 *
 * <p>Selective classification with a guaranteed risk (Geifman & El-Yaniv 2017, "Selective classification for deep neural
 * networks"), the threshold found by testing in a fixed sequence (Angelopoulos et al. 2021, "Learn then test"). The
 * candidates are the confidences that {@link #coverages} of the pool reach: they are fixed by the pool alone, before any
 * control label is looked at. From the strictest on, each is tested: is it certain, at 95 %, that at most {@code mostWrong}
 * of the images that would be labelled are wrong? The loosest one before the first that fails is chosen. Because the walk
 * ends at the first failure, no correction for the number of candidates is needed. A candidate that could not pass if every
 * control label were right is left out before the walk, which again no label decides.
 *
 * <p>The test is exact and about the very images that would be labelled: see {@link Unchecked}.
 *
 * <p><b>Guarantee.</b> The chance that a decision lets more than {@code mostWrong} of its labels be wrong is at most 5 %,
 * taken over the draw of the control arm. It is given for each decision by itself; of a hundred decisions five may err,
 * though decisions that share their control labels err together. And it is about {@code mostWrong} alone: the smaller share
 * that the chosen step by itself would leave possible is not covered, because the step was chosen by its labels.
 *
 * <p><b>Assumption.</b> The checked images are a random sample of the pool that the rule is applied to, the model has not
 * learnt from them, and their labels are the truth. Not assumed is that what is left unlabelled is a random sample too:
 * people were asked about images that the queue had chosen, and in the worst case it chose none of the wrong ones. So the
 * labelled images that pass count as right and all wrong ones are taken to be among those that are left ({@code sound}).
 *
 * @param mostWrong the share that is promised, above 0 and below 1
 */
public record SelectiveRule(double mostWrong) {
    private static final double RISK = 0.05;
    // A quarter at least: beyond it a threshold is so strict that few control images pass, and one slip ends the walk.
    private static final int[] PERCENT =
            IntStream.rangeClosed(5, 20).map(k -> 5 * k).toArray();

    public SelectiveRule {
        if (!(mostWrong > 0 && mostWrong < 1)) {
            throw new IllegalArgumentException("a share of " + mostWrong + " wrong labels is none: give one in (0,1)");
        }
    }

    /**
     * A candidate.
     *
     * @param threshold the least confidence that passes
     * @param images that pass and would be labelled
     * @param sound that pass and are labelled already, or are just being labelled
     * @param checked control images that pass and have their answer
     * @param wrong of these, those whose answer is not what the model says
     */
    public record Step(double threshold, int images, int sound, int checked, int wrong) {
        private Unchecked unchecked() {
            return new Unchecked(images, sound, checked, wrong);
        }

        private boolean couldHold(double share) {
            return new Unchecked(images, sound, checked, 0).holds(share);
        }
    }

    /**
     * What came of it.
     *
     * @param holds whether the step may be used
     * @param step the one to use, else the one that comes closest; null where nothing is left to label
     * @param bound the promised share where it holds; else the largest one that the step by itself leaves possible, 0 to 1
     * @param missing how many more control labels the closest step takes at least, about; 0 where one holds
     */
    public record Decision(boolean holds, Step step, double bound, int missing) {}

    /** The shares of the pool that the candidates let pass, rising. */
    public static double[] coverages() {
        return IntStream.of(PERCENT).mapToDouble(percent -> percent / 100.0).toArray();
    }

    /** How many control labels it takes at least, of a pool of any size, with no error among them: 59 for 5 %. */
    public static int fewestChecked(double mostWrong) {
        return (int) Math.ceil(Math.log(RISK) / Math.log1p(-mostWrong));
    }

    /**
     * Chooses.
     *
     * @param steps the candidates, the strictest in front; each lets pass what the one before lets pass
     */
    public Decision decide(List<Step> steps) {
        Step chosen = null;
        for (Step step : steps) {
            if (step.images() == 0 || !step.couldHold(mostWrong)) {
                continue;
            }
            if (!step.unchecked().holds(mostWrong)) {
                break;
            }
            chosen = step;
        }
        return chosen == null ? refuse(steps) : new Decision(true, chosen, mostWrong, 0);
    }

    private Decision refuse(List<Step> steps) {
        Decision closest = new Decision(false, null, 1, 0);
        int all = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).checked();
        for (Step step : steps) {
            if (step.images() == 0) {
                continue;
            }
            // Of further control images as many pass as of those there are.
            double passing = Math.max(1, step.checked()) / (double) Math.max(1, all);
            int needed = step.unchecked().checkedNeeded(mostWrong) - step.checked();
            int missing = (int) Math.min(Integer.MAX_VALUE, Math.ceil(needed / passing));
            if (closest.step() == null || missing <= closest.missing()) {
                closest = new Decision(false, step, bound(step), missing);
            }
        }
        return closest;
    }

    private static double bound(Step step) {
        return step.unchecked().limit() / (double) step.images();
    }
}
