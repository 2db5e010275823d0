package org.doubtless.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.doubtless.account.AccountId;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;

/**
 * Which deeds; null for all.
 *
 * @param from the first instant
 * @param until the first instant that is too late
 * @param before only those before the deed of this number: how a list goes on
 */
record DeedFilter(ProjectId project, AccountId account, String deed, Instant from, Instant until, Long before) {
    private static final int LAST_YEAR = 9999;

    /** As an address has it: empty is as good as absent; days are those of UTC, the last one included. */
    static DeedFilter of(ProjectId project, DeedQuery query) {
        return new DeedFilter(
                project,
                given(query.person) ? AccountId.fromString(query.person) : null,
                given(query.deed) ? query.deed : null,
                given(query.from)
                        ? day("from", query.from).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : null,
                given(query.until)
                        ? day("until", query.until)
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                        : null,
                given(query.before) ? number(query.before) : null);
    }

    /** The same of all projects, or of the one that is asked for. */
    static DeedFilter ofInstallation(DeedQuery query) {
        return of(given(query.project) ? ProjectId.fromString(query.project) : null, query);
    }

    DeedFilter before(long deed) {
        return new DeedFilter(project, account, this.deed, from, until, deed);
    }

    private static boolean given(String value) {
        return value != null && !value.isBlank();
    }

    private static LocalDate day(String name, String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() >= 1 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw Problem.badRequest(name, "%s is '%s'; give a day such as 2026-04-18.".formatted(name, value));
    }

    private static long number(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("before", "before is '%s'; give the id of a deed.".formatted(value));
        }
    }
}
