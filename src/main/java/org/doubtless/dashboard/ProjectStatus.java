package org.doubtless.dashboard;

import java.time.Instant;
import java.util.List;
import org.doubtless.project.Thresholds;
import org.doubtless.round.NextRound;
import org.doubtless.round.automatic.AutomaticState;
import org.doubtless.round.curve.Forecast;
import org.doubtless.web.Sentence;

/**
 * Where a project stands, in one document.
 *
 * @param labelled labelled images of both arms; {@code controlLabelled} of them measure and are never trained on
 * @param disagreement images whose readers gave different answers, none of them by more than half; a lead decides
 * @param readInPart of those that wait, images that somebody has answered and others are still to answer
 * @param controlImages images of the control arm, and how many of them are labelled: null for those who must not tell the
 *     arms apart, because a count that rises with an answer gives the image away
 * @param queue images that wait in the served queue
 * @param automatic where the rule for automatic labels stands; without verdict, audit and sentence for those who must not tell
 *     the arms apart
 * @param newLabels labels that no round has seen yet. For those who must not tell the arms apart it counts both
 * @param retrainAfter at so many of them the next round starts by itself; null where labels start none
 * @param next when the next round starts
 * @param kept the newest model, where it was worse than the published one and so only kept; null otherwise
 * @param accuracy of the published model on the control arm, or null while nothing was measured
 * @param round the round that waits or runs, or null
 * @param routes how many images go where by their doubts; null for those who must not know what the model thinks
 * @param thresholds from which doubts on they are high now
 * @param advice one sentence for the lead; null where nothing can be derived honestly
 * @param stopping whether further labels are worth their time, by the rounds so far; null before two of them, where no image
 *     waits, and for those who must not tell the arms apart
 */
public record ProjectStatus(
        long images,
        long waiting,
        long labelled,
        long cannotTell,
        long flagged,
        long disagreement,
        long readInPart,
        Long controlImages,
        Long controlLabelled,
        double expertMinutes,
        long answers,
        long queue,
        AutomaticState automatic,
        long newLabels,
        Integer retrainAfter,
        NextRound next,
        Model model,
        Kept kept,
        Accuracy accuracy,
        Round round,
        List<Point> rounds,
        Routes routes,
        Doubts doubts,
        Thresholds thresholds,
        @Sentence String advice,
        Forecast.Advice stopping) {

    public record Model(int number, Instant publishedAt) {}

    /** A model that was kept, and why it was not published, for a person. */
    public record Kept(int model, @Sentence String sentence) {}

    /** A share with its 95 % interval and the number of control images it rests on. */
    public record Accuracy(double value, double low, double high, int n) {}

    public record Round(int number, String state, Long job) {}

    /** One published round of the learning curve; the accuracy is null where no control image was labelled. */
    public record Point(int number, int trainingLabels, Accuracy accuracy) {}

    /** Images by route; those that wait, are unclear, or are disputed. */
    public record Routes(long ask, long secondReader, long betterImage, long automatic) {}

    /**
     * Mean doubts of the images that wait, divided by log C; for those who must not tell the arms apart, of all that the model
     * has scored.
     *
     * @param apart whether the two can be told apart: with few labels, part of what the model has not learnt
     *     yet looks like data doubt
     */
    public record Doubts(double model, double data, boolean apart) {
        /** Of digits some 30 are enough; how many other pools take is not known. */
        static final int LABELS_TO_TELL_APART = 100;

        /** The part of the doubt that lies in the models; 0 where there is none. */
        double modelShare() {
            return model + data == 0 ? 0 : model / (model + data);
        }
    }
}
