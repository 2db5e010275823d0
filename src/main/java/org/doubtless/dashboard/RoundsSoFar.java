package org.doubtless.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.project.Project;
import org.doubtless.project.ShowArm;

/**
 * What a project's rounds came to.
 *
 * @param model that is published; null while none is
 * @param labels that it learnt from; 0 while none is published
 * @param accuracy of that model; null while nothing was measured
 * @param running the round that waits or runs; null where none does
 * @param points of the learning curve
 */
record RoundsSoFar(
        ProjectStatus.Model model,
        int labels,
        ProjectStatus.Accuracy accuracy,
        ProjectStatus.Round running,
        List<ProjectStatus.Point> points) {
    private static final String ROUNDS = """
            select r.number, r.state, r.job_id, r.training_labels, m.number, m.published_at, m.metrics ->> 'accuracy',
                   m.id = (select published_model from project where id = r.project_id)
            from round r left join model_version m on m.id = r.model_version_id
            where r.project_id = ? and r.state in ('waiting', 'running', 'published')
            order by r.number
            """;

    /** As far as the reader may know it. */
    static RoundsSoFar read(Connection connection, Project project, ObjectMapper json, ShowArm showArm)
            throws SQLException, IOException {
        ProjectStatus.Model model = null;
        int labels = 0;
        ProjectStatus.Accuracy published = null;
        ProjectStatus.Round running = null;
        List<ProjectStatus.Point> points = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ROUNDS)) {
            query.setLong(1, project.id().value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (!row.getString(2).equals("published")) {
                        running =
                                new ProjectStatus.Round(row.getInt(1), row.getString(2), row.getObject(3, Long.class));
                        continue;
                    }
                    ProjectStatus.Accuracy accuracy = accuracy(json, row.getString(7), showArm);
                    points.add(new ProjectStatus.Point(row.getInt(1), showArm.count(row.getInt(4)), accuracy));
                    if (row.getBoolean(8)) {
                        OffsetDateTime at = row.getObject(6, OffsetDateTime.class);
                        model = new ProjectStatus.Model(row.getInt(5), at.toInstant());
                        labels = row.getInt(4);
                        published = accuracy;
                    }
                }
            }
        }
        return new RoundsSoFar(model, labels, published, running, points);
    }

    private static ProjectStatus.Accuracy accuracy(ObjectMapper json, String text, ShowArm showArm) throws IOException {
        if (text == null) {
            return null;
        }
        JsonNode node = json.readTree(text);
        return new ProjectStatus.Accuracy(
                showArm.share(node.get("value").asDouble()),
                showArm.share(node.get("low").asDouble()),
                showArm.share(node.get("high").asDouble()),
                showArm.count(node.get("n").asInt()));
    }
}
