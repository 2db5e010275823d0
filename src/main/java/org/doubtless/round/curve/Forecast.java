package org.doubtless.round.curve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doubtless.learning.evaluation.CurvePoint;
import org.doubtless.learning.evaluation.LearningCurve;
import org.doubtless.learning.evaluation.Proportion;
import org.doubtless.learning.evaluation.StoppingAdvice;
import org.doubtless.project.Project;

/** What further labels of a project are likely to bring, by the curve of its rounds so far. */
@ApplicationScoped
public class Forecast {
    /** Labels ahead of which is spoken: those of {@link StoppingAdvice}. */
    private static final int AHEAD = 100;
    /** A curve is fitted once a round; the pages ask every few seconds. */
    private static final int CURVES = 200;

    private final ReadMeasuredRounds readMeasuredRounds;
    private final Cache<Fit, LearningCurve> fitted =
            Caffeine.newBuilder().maximumSize(CURVES).build();

    private record Fit(List<CurvePoint> points, long seed) {}

    Forecast(ReadMeasuredRounds readMeasuredRounds) {
        this.readMeasuredRounds = readMeasuredRounds;
    }

    /** The mean doubts of the images that wait, divided by log C. */
    public record DoubtLeft(double model, double data) {}

    /**
     * Whether to stop, and what the answer rests on.
     *
     * @param verdict {@code too_early}, {@code continue}, {@code nearly_done}, {@code stop} or {@code review_classes}
     * @param sentence the same for a person, and {@code reason} the numbers behind it
     * @param controlImages that the newest round was measured on
     * @param next what so many more labels are likely to bring
     */
    public record Advice(String verdict, String sentence, String reason, int controlImages, Next next) {}

    /**
     * What labels ahead are likely to bring.
     *
     * @param labels so many more than there are now
     * @param gain of accuracy, 0.01 being a point, with its 95 % interval
     * @param minutes that they take at the pace so far; null where no time was recorded
     */
    public record Next(int labels, Proportion gain, Double minutes) {}

    /** Empty while fewer than two rounds of different numbers of labels were measured. */
    public Optional<Advice> of(Connection connection, Project project, DoubtLeft doubts)
            throws SQLException, IOException {
        List<MeasuredRound> rounds = readMeasuredRounds.of(connection, project.id());
        Optional<LearningCurve> curve = curve(project, rounds);
        if (curve.isEmpty()) {
            return Optional.empty();
        }
        MeasuredRound newest = rounds.get(rounds.size() - 1);
        ReadMeasuredRounds.Pace pace = readMeasuredRounds.pace(connection, project.id());
        int from = Math.max(1, pace.labels());
        StoppingAdvice advice = StoppingAdvice.from(
                new StoppingAdvice.Evidence(curve.get(), from, doubts.model(), doubts.data(), newest.controlImages()));
        return Optional.of(new Advice(
                advice.verdict().name().toLowerCase(Locale.ROOT),
                advice.sentence(),
                advice.reason(),
                newest.controlImages(),
                next(curve.get(), pace)));
    }

    static Next next(LearningCurve curve, ReadMeasuredRounds.Pace pace) {
        int from = Math.max(1, pace.labels());
        return new Next(AHEAD, curve.gain(from, from + AHEAD), pace.minutes() == null ? null : AHEAD * pace.minutes());
    }

    Optional<LearningCurve> curve(Project project, List<MeasuredRound> rounds) {
        List<CurvePoint> points = rounds.stream().map(MeasuredRound::point).toList();
        if (points.stream().mapToInt(CurvePoint::labels).distinct().count() < 2) {
            return Optional.empty();
        }
        return Optional.of(
                fitted.get(new Fit(points, project.seed()), fit -> LearningCurve.fit(fit.points(), fit.seed())));
    }
}
