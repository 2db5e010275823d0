package org.doubtless.round.review;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.jobs.Jobs;
import org.doubtless.project.ProjectId;

/** Reads what the newest check found, less what has been answered or decided since. */
@ApplicationScoped
class ReadLabelCheck {
    private static final int MOST = 50;
    private static final List<String> REASONS = List.of("slip", "unclear", "unknown");

    private static final String CHECK = """
            select id, made_at, labels, judged, folds from label_check where project_id = ? order by id desc limit 1
            """;
    // In the order of the routes: where the models disagree, what they say of the data means little.
    private static final String SUSPECTS = """
            select i.id, i.filename, c.name, l.name, s.probability, s.likelihood, s.model, s.data,
                   case when s.model >= t.model then 'unknown' when s.data >= t.data then 'unclear' else 'slip' end,
                   (select a.name from reading r join account a on a.id = r.account_id
                    where r.image_id = i.id and r.class_id = i.class_id order by r.annotation_id desc limit 1)
            from label_score s join label_check k on k.id = s.check_id
            join image i on i.id = s.image_id and i.state = 'labelled' and i.class_id = s.class_id
            join project_class c on c.id = s.class_id join project_class l on l.id = s.likely
            join route_threshold t on t.project_id = k.project_id
            where s.check_id = ? and s.likely is not null
              and not exists (select from annotation a where a.image_id = i.id and a.id > k.snapshot
                              and a.purpose in ('answer', 'adjudication') and a.outcome <> 'withdrawn'
                              and not exists (select from annotation w where w.withdraws = a.id))
            order by s.probability, i.id
            """;

    private final AgroalDataSource database;
    private final Jobs jobs;

    ReadLabelCheck(AgroalDataSource database, Jobs jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    LabelCheckView of(ProjectId project) throws SQLException {
        Long job = jobs.unfinished(project.value(), CheckLabelsJob.KIND)
                .map(found -> found.id().value())
                .orElse(null);
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(CHECK)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return new LabelCheckView(null, 0, 0, HoldOut.FOLDS, job, List.of());
                }
                return new LabelCheckView(
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        job,
                        boxes(connection, row.getLong(1)));
            }
        }
    }

    private static List<LabelCheckView.Box> boxes(Connection connection, long check) throws SQLException {
        Map<String, List<LabelCheckView.Suspect>> byReason = new LinkedHashMap<>();
        REASONS.forEach(reason -> byReason.put(reason, new ArrayList<>()));
        try (PreparedStatement query = connection.prepareStatement(SUSPECTS)) {
            query.setLong(1, check);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    byReason.get(row.getString(9))
                            .add(new LabelCheckView.Suspect(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(10),
                                    row.getString(4),
                                    row.getDouble(5),
                                    row.getDouble(6),
                                    row.getDouble(7),
                                    row.getDouble(8)));
                }
            }
        }
        return byReason.entrySet().stream()
                .map(box -> new LabelCheckView.Box(
                        box.getKey(),
                        box.getValue().size(),
                        List.copyOf(box.getValue()
                                .subList(0, Math.min(MOST, box.getValue().size())))))
                .toList();
    }
}
