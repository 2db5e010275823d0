package org.doubtless.learning.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Whether more labels are worth a person's time.
 *
 * @param verdict what to do
 * @param sentence the same in plain words
 * @param reason the numbers behind it, in plain words
 */
public record StoppingAdvice(Verdict verdict, String sentence, String reason) {

    /** What to do next. */
    public enum Verdict {
        /** Nothing reliable can be said yet: go on. */
        TOO_EARLY,
        /** More labels are likely to help. */
        CONTINUE,
        /** More labels may help a little: look again after the next round. */
        NEARLY_DONE,
        /** More labels will not help much. */
        STOP,
        /** More labels will not help, but clearer classes or images may. */
        REVIEW_CLASSES
    }

    /**
     * What the advice rests on.
     *
     * @param curve of the rounds so far
     * @param labels there are to train on
     * @param epistemic mean model doubt over the pool / log C, 0 to 1
     * @param aleatoric mean data doubt over the pool / log C, 0 to 1
     * @param tested control images that the last round was measured on
     */
    public record Evidence(LearningCurve curve, int labels, double epistemic, double aleatoric, int tested) {

        public Evidence {
            requireNonNull(curve, "curve is null");
        }
    }

    /** Labels ahead that the advice thinks of. */
    private static final int AHEAD = 100;
    // One more right answer in a hundred for a hundred labels: about the least that anybody notices.
    private static final double WORTHWHILE = 0.01;
    // With fewer, Wilson's interval is wider than 20 points.
    private static final int LEAST_TESTED = 50;
    private static final double MUCH_MODEL_DOUBT = 0.1;
    private static final double MUCH_DATA_DOUBT = 0.2;

    /** Weighs the evidence. */
    public static StoppingAdvice from(Evidence evidence) {
        requireNonNull(evidence, "evidence is null");
        if (evidence.tested() < LEAST_TESTED) {
            return new StoppingAdvice(
                    Verdict.TOO_EARLY,
                    "Keep labelling: it is too early to tell when to stop.",
                    "The model was checked against " + evidence.tested() + " control images; from " + LEAST_TESTED
                            + " on the figure means something.");
        }
        Proportion gain = evidence.curve().gain(evidence.labels(), evidence.labels() + AHEAD);
        String forecast = "The next " + AHEAD + " labels are likely to add " + points(gain.value())
                + " points of accuracy (" + points(gain.low()) + " to " + points(gain.high()) + ").";
        if (gain.value() >= WORTHWHILE) {
            return new StoppingAdvice(Verdict.CONTINUE, "Keep labelling: the model is still getting better.", forecast);
        }
        boolean modelDoubts = evidence.epistemic() > MUCH_MODEL_DOUBT && evidence.epistemic() > evidence.aleatoric();
        if (gain.high() >= WORTHWHILE || modelDoubts) {
            return new StoppingAdvice(
                    Verdict.NEARLY_DONE,
                    "You may be nearly done: label one more round and look again.",
                    forecast + (modelDoubts ? " But the model still doubts much that labels would teach it." : ""));
        }
        if (evidence.aleatoric() > MUCH_DATA_DOUBT) {
            return new StoppingAdvice(
                    Verdict.REVIEW_CLASSES,
                    "More labels will hardly help: look at the images that stay ambiguous, and at the classes.",
                    forecast + " What doubt is left is mostly about images that fit several classes.");
        }
        return new StoppingAdvice(Verdict.STOP, "You can stop: more labels will hardly help.", forecast);
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
