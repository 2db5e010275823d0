package org.doubtless.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.Withheld;
import org.doubtless.project.ClassId;
import org.doubtless.project.ProjectId;

/**
 * Images that may be shown under what the model takes them for, in the order of the queue: it is sure of them, and nothing
 * about them is withheld. Not even a number tells of the others, or an answer that changes none would give their arm away.
 */
final class SheetCandidates {
    /** So many of the sure ones are looked at; more would make nobody faster and a large queue slow. */
    private static final int LOOKED_AT = 20_000;

    // A skipped image is to be asked by itself: somebody has said of it that it is not what it is taken for.
    private static final String QUERY = """
            select q.image_id, s.prediction, i.arm = 'control' or q.reason = 'audit', q.leased_until >= ?
            from queue_entry q
            join image i on i.id = q.image_id
            join image_score s on s.model_version_id = ? and s.image_id = q.image_id
            join route_threshold t on t.project_id = q.project_id
            where q.project_id = ? and q.generation = (select queue_generation from project where id = ?)
              and q.reason <> 'skipped'
              and (q.leased_until < ? or ? and q.leased_by = ?)
              and (q.answered_by is null or ? <> all (q.answered_by))
              and s.total < 0.5 and route_of('waiting', s.epistemic, s.aleatoric, t.model, t.data) = 'automatic'
            order by q.position, q.image_id
            limit ?
            """;

    private final Map<ClassId, List<ImageId>> free = new LinkedHashMap<>();
    private final Map<ClassId, List<ImageId>> held = new LinkedHashMap<>();

    private SheetCandidates() {}

    /**
     * Reads them.
     *
     * @param again whether those that the person holds are among them
     */
    static SheetCandidates read(
            Connection connection,
            ProjectId project,
            AccountId account,
            long model,
            Withheld withheld,
            boolean again,
            Instant at)
            throws SQLException {
        OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
        SheetCandidates found = new SheetCandidates();
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setObject(1, now);
            query.setLong(2, model);
            query.setLong(3, project.value());
            query.setLong(4, project.value());
            query.setObject(5, now);
            query.setBoolean(6, again);
            query.setLong(7, account.value());
            query.setLong(8, account.value());
            query.setInt(9, LOOKED_AT);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ImageId image = new ImageId(row.getLong(1));
                    if (!withheld.hides(image, row.getBoolean(3))) {
                        Map<ClassId, List<ImageId>> among = row.getBoolean(4) ? found.held : found.free;
                        among.computeIfAbsent(new ClassId(row.getLong(2)), label -> new ArrayList<>())
                                .add(image);
                    }
                }
            }
        }
        return found;
    }

    int count(ClassId label) {
        return held(label).size() + free(label).size();
    }

    /** Those that the person holds; a page that was opened anew shows them first. */
    List<ImageId> held(ClassId label) {
        return held.getOrDefault(label, List.of());
    }

    List<ImageId> free(ClassId label) {
        return free.getOrDefault(label, List.of());
    }
}
