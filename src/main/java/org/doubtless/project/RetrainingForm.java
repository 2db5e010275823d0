package org.doubtless.project;

import java.util.HashMap;
import java.util.Map;
import org.doubtless.jobs.Timetable;
import org.doubtless.web.Problem;

/**
 * What the settings page was sent about the rounds, word for word, and what is wrong with it, by field: a lead who
 * mistyped finds what was typed, with the error beside it.
 */
record RetrainingForm(String way, String after, String schedule, String zone, Map<String, String> errors) {
    private static final String NIGHTLY = "0 2 * * *";
    private static final String SOME_LABELS = "20";

    static RetrainingForm of(Retraining retraining) {
        Timetable timetable = retraining.timetable();
        return new RetrainingForm(
                retraining.way().word(),
                retraining.after() == null ? SOME_LABELS : retraining.after().toString(),
                timetable == null ? NIGHTLY : timetable.cron(),
                timetable == null ? Timetable.UTC : timetable.zone().getId(),
                Map.of());
    }

    /** As it was sent, with what is wrong beside the fields that the chosen way needs. */
    static RetrainingForm sent(String way, String after, String schedule, String zone) {
        Map<String, String> errors = new HashMap<>();
        if (Retraining.Way.LABELS.word().equals(way)) {
            check(errors, () -> number(after));
        }
        if (Retraining.Way.SCHEDULE.word().equals(way)) {
            check(errors, () -> Timetable.of(schedule, zone));
        }
        return new RetrainingForm(way, after, schedule, zone, errors);
    }

    boolean right() {
        return errors.isEmpty();
    }

    /** The error of this field, by the code of its problem; empty where it is right. */
    public String error(String code) {
        return errors.getOrDefault(code, "");
    }

    public boolean chosen(String word) {
        return word.equals(way);
    }

    /** What it asks for; what its way does not need stays as it was. */
    Retraining over(Retraining old) {
        Retraining.Way chosen = way == null ? old.way() : Retraining.Way.of(way);
        return new Retraining(
                chosen,
                chosen == Retraining.Way.LABELS ? (Integer) number(after) : old.after(),
                chosen == Retraining.Way.SCHEDULE ? Timetable.of(schedule, zone) : old.timetable());
    }

    private static void check(Map<String, String> errors, Runnable read) {
        try {
            read.run();
        } catch (Problem problem) {
            errors.put(problem.code(), problem.detail());
        }
    }

    private static int number(String text) {
        try {
            int number = Integer.parseInt(text == null ? "" : text.strip());
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Problem.badRequest("retrain_after", "Give a whole number of labels, 1 or more.");
    }
}
