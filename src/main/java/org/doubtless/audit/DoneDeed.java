package org.doubtless.audit;

import java.time.Instant;
import java.util.Map;

/**
 * A deed as the log has it.
 *
 * @param account who did it; null where that was nobody
 * @param person as they are called now
 * @param ending {@code done}, {@code refused}, {@code failed}, or {@code unknown} where the server died before it ended
 * @param status as HTTP has it; null where it is unknown
 * @param things what the deed was done to, and what was noted of it
 */
public record DoneDeed(
        long id,
        Instant at,
        Long account,
        String person,
        String email,
        boolean byToken,
        String deed,
        Long project,
        String projectName,
        String ending,
        Integer status,
        Map<String, String> things) {
    static String ending(Integer status) {
        if (status == null) {
            return "unknown";
        }
        return status < 400 ? "done" : status < 500 ? "refused" : "failed";
    }
}
