package org.doubtless.jobs;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.CronStyle;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.doubtless.web.Problem;

/**
 * Times that come again and again.
 *
 * @param cron five fields: minute, hour, day of the month, month, day of the week
 * @param zone the time zone in which they are read
 */
public record Timetable(String cron, ZoneId zone) {
    public static final String UTC = "UTC";
    // Every date that there is comes between these, the 29th of February included; for others the library has a far
    // one.
    private static final Instant SOME_TIME = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LONG_AFTER = Instant.parse("2100-01-01T00:00:00Z");

    public Timetable {
        Objects.requireNonNull(zone, "zone is null");
        cron = cron == null ? "" : cron.strip().replaceAll("\\s+", " ");
        check(cron, zone);
    }

    /** Throws a {@link Problem} of the code {@code schedule} or {@code time_zone} that says what is wrong. */
    public static Timetable of(String cron, String zone) {
        return new Timetable(cron, zone(zone));
    }

    /** The first of its times after this one. */
    public Instant next(Instant after) {
        return schedule(cron, zone).getInitialExecutionTime(after);
    }

    private static void check(String cron, ZoneId zone) {
        CronSchedule schedule;
        try {
            schedule = schedule(cron, zone);
        } catch (IllegalArgumentException e) {
            throw wrong(cron, e.getMessage().replace("Failed to parse cron expression. ", ""));
        }
        if (schedule.isDisabled() || schedule.getInitialExecutionTime(SOME_TIME).isAfter(LONG_AFTER)) {
            throw wrong(cron, "it names no time that ever comes");
        }
    }

    private static CronSchedule schedule(String cron, ZoneId zone) {
        return new CronSchedule(cron, zone, CronStyle.UNIX);
    }

    private static Problem wrong(String cron, String why) {
        return Problem.badRequest(
                "schedule",
                "The schedule '%s' cannot be used: %s. Give minute, hour, day, month and day of the week, for instance '0 2 * * *' for every night at 02:00."
                        .formatted(cron, why));
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id == null || id.isBlank() ? UTC : id.strip());
        } catch (DateTimeException e) {
            throw Problem.badRequest(
                    "time_zone",
                    "There is no time zone '%s'. Give its name, for instance 'Europe/Berlin', or UTC.".formatted(id));
        }
    }
}
