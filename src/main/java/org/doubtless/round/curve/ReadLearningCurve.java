package org.doubtless.round.curve;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doubtless.learning.evaluation.LearningCurve;
import org.doubtless.learning.evaluation.Proportion;
import org.doubtless.project.LabelClass;
import org.doubtless.project.MayKnowArm;
import org.doubtless.project.Project;
import org.doubtless.project.ShowArm;

/** Reads the learning curve of a project, as far as whoever asks may know it. */
@ApplicationScoped
class ReadLearningCurve {
    private static final int STEPS_AHEAD = 8;
    private static final int LEAST_AHEAD = 100;

    private final AgroalDataSource database;
    private final ReadMeasuredRounds readMeasuredRounds;
    private final Forecast forecast;
    private final MayKnowArm mayKnowArm;

    ReadLearningCurve(
            AgroalDataSource database,
            ReadMeasuredRounds readMeasuredRounds,
            Forecast forecast,
            MayKnowArm mayKnowArm) {
        this.database = database;
        this.readMeasuredRounds = readMeasuredRounds;
        this.forecast = forecast;
        this.mayKnowArm = mayKnowArm;
    }

    LearningCurveView of(Project project) throws SQLException, IOException {
        ShowArm showArm = mayKnowArm.in(project.id());
        try (Connection connection = database.getConnection()) {
            List<MeasuredRound> rounds = readMeasuredRounds.of(connection, project.id());
            List<LearningCurveView.Round> shown =
                    rounds.stream().map(round -> shown(round, showArm)).toList();
            if (showArm == ShowArm.NO) {
                return new LearningCurveView(shown, null, null, List.of(), null, null, List.of());
            }
            ReadMeasuredRounds.Pace pace = readMeasuredRounds.pace(connection, project.id());
            Optional<LearningCurve> curve = forecast.curve(project, rounds);
            return new LearningCurveView(
                    shown,
                    pace.labels(),
                    pace.minutes(),
                    curve.map(fit -> ahead(fit, rounds, pace)).orElse(List.of()),
                    curve.map(fit -> LearningCurveView.Share.of(fit.limit())).orElse(null),
                    curve.map(fit -> Forecast.next(fit, pace)).orElse(null),
                    classes(project, rounds));
        }
    }

    private static LearningCurveView.Round shown(MeasuredRound round, ShowArm showArm) {
        return new LearningCurveView.Round(
                round.number(),
                round.model(),
                round.published(),
                showArm.count(round.labels()),
                showArm == ShowArm.YES ? round.minutes() : null,
                new LearningCurveView.Share(
                        showArm.share(round.accuracy().value()),
                        showArm.share(round.accuracy().low()),
                        showArm.share(round.accuracy().high())),
                showArm.count(round.controlImages()));
    }

    /** From the newest round to past the labels that there are now: a quarter more, or a hundred. */
    private static List<LearningCurveView.Ahead> ahead(
            LearningCurve curve, List<MeasuredRound> rounds, ReadMeasuredRounds.Pace pace) {
        MeasuredRound newest = rounds.get(rounds.size() - 1);
        int from = newest.labels();
        int now = Math.max(from, pace.labels());
        int to = now + Math.max(LEAST_AHEAD, now / 4);
        List<LearningCurveView.Ahead> ahead = new ArrayList<>();
        for (int step = 0; step <= STEPS_AHEAD; step++) {
            int labels = from + (int) Math.round((to - from) * (double) step / STEPS_AHEAD);
            Double minutes = pace.minutes() == null ? null : newest.minutes() + (labels - from) * pace.minutes();
            ahead.add(new LearningCurveView.Ahead(labels, minutes, LearningCurveView.Share.of(curve.at(labels))));
        }
        return ahead;
    }

    private static List<LearningCurveView.OfClass> classes(Project project, List<MeasuredRound> rounds) {
        List<LearningCurveView.OfClass> classes = new ArrayList<>();
        for (LabelClass known : project.labels().classes()) {
            List<LearningCurveView.ClassRound> found = new ArrayList<>();
            for (MeasuredRound round : rounds) {
                round.classes().stream()
                        .filter(each -> each.id() == known.id().value())
                        .map(each -> new LearningCurveView.ClassRound(
                                round.number(),
                                round.labels(),
                                round.minutes(),
                                each.right(),
                                each.images(),
                                LearningCurveView.Share.of(Proportion.wilson(each.right(), each.images()))))
                        .forEach(found::add);
            }
            if (!found.isEmpty()) {
                classes.add(new LearningCurveView.OfClass(known.id().value(), known.name(), found));
            }
        }
        return classes;
    }
}
