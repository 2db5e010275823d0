package org.doubtless.round.curve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.learning.evaluation.Proportion;
import org.doubtless.project.ProjectId;

/** Reads the rounds of a project that were measured, and the pace at which it is labelled. */
@ApplicationScoped
class ReadMeasuredRounds {
    private static final String ROUNDS = """
            select r.number, m.number, r.state = 'published', r.training_labels, m.metrics ->> 'accuracy',
                   m.metrics ->> 'classes',
                   (select coalesce(sum(a.milliseconds), 0) / 60000.0 from annotation a
                    where a.project_id = r.project_id and a.id <= r.snapshot and a.outcome <> 'withdrawn')
            from round r join model_version m on m.id = r.model_version_id
            where r.project_id = ? and r.state in ('published', 'kept') and r.training_labels > 0
              and m.metrics -> 'accuracy' is not null
            order by r.number
            """;
    // Answers of programs tell no time: those that do stand for them.
    private static final String PACE = """
            select (select count(*) from image where project_id = p.id and arm = 'active' and state = 'labelled'),
                   (select count(*) from annotation where project_id = p.id and outcome <> 'withdrawn'),
                   (select avg(milliseconds) / 60000.0 from annotation where project_id = p.id and outcome <> 'withdrawn')
            from project p where p.id = ?
            """;

    private final ObjectMapper json;

    ReadMeasuredRounds(ObjectMapper json) {
        this.json = json;
    }

    /**
     * How a project is labelled now.
     *
     * @param labels there are to train on
     * @param minutes that one more of them takes, with all that comes with it: control images, images that nobody can tell,
     *     second readings; null where no time was recorded or nothing is labelled
     */
    record Pace(int labels, Double minutes) {}

    List<MeasuredRound> of(Connection connection, ProjectId project) throws SQLException, IOException {
        List<MeasuredRound> rounds = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ROUNDS)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    JsonNode accuracy = json.readTree(row.getString(5));
                    rounds.add(new MeasuredRound(
                            row.getInt(1),
                            row.getInt(2),
                            row.getBoolean(3),
                            row.getInt(4),
                            row.getDouble(7),
                            new Proportion(
                                    accuracy.get("value").asDouble(),
                                    accuracy.get("low").asDouble(),
                                    accuracy.get("high").asDouble()),
                            accuracy.get("n").asInt(),
                            classes(row.getString(6))));
                }
            }
        }
        return rounds;
    }

    private List<MeasuredRound.OfClass> classes(String text) throws IOException {
        List<MeasuredRound.OfClass> classes = new ArrayList<>();
        if (text != null) {
            for (JsonNode found : json.readTree(text)) {
                classes.add(new MeasuredRound.OfClass(
                        found.get("class").asLong(),
                        found.get("right").asInt(),
                        found.get("n").asInt()));
            }
        }
        return classes;
    }

    Pace pace(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(PACE)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                int labels = row.getInt(1);
                double each = row.getDouble(3);
                return new Pace(labels, row.wasNull() || labels == 0 ? null : each * row.getLong(2) / labels);
            }
        }
    }
}
