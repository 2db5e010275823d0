package org.doubtless.project;

import java.util.Locale;
import java.util.Objects;
import org.doubtless.jobs.Timetable;
import org.doubtless.web.Problem;

/**
 * When a round starts by itself; by hand it always may. What the way does not need is kept for the day it is chosen again.
 *
 * @param after so many new labels, of {@link Way#LABELS}; else null or what it was
 * @param timetable of {@link Way#SCHEDULE}; else null or what it was
 */
public record Retraining(Way way, Integer after, Timetable timetable) {
    public static final Retraining GROWS = new Retraining(Way.GROWS, null, null);

    /** How it is decided. */
    public enum Way {
        /** After a number of new labels that grows with the labels there are. */
        GROWS,
        /** After a fixed number of new labels. */
        LABELS,
        /** At the times of a timetable. */
        SCHEDULE,
        /** Not at all. */
        PAUSED;

        /** The word used in the database and in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Way of(String word) {
            for (Way way : values()) {
                if (way.word().equals(word)) {
                    return way;
                }
            }
            throw Problem.badRequest(
                    "setting",
                    "The setting retraining is '%s'; it must be grows, labels, schedule or paused.".formatted(word));
        }
    }

    public Retraining {
        Objects.requireNonNull(way, "way is null");
        if (after != null) {
            ProjectSettings.require(after >= 1, "retrainAfter", after, "1 or more");
        }
        if (way == Way.LABELS && after == null) {
            throw Problem.badRequest("setting", "Say in retrainAfter after how many new labels a round starts.");
        }
        if (way == Way.SCHEDULE && timetable == null) {
            throw Problem.badRequest(
                    "schedule",
                    "Say in schedule when a round starts, for instance '0 2 * * *' for every night at 02:00.");
        }
    }

    public static Retraining afterLabels(int number) {
        return new Retraining(Way.LABELS, number, null);
    }
}
