package org.doubtless.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;

/** The models that a project has had. Parameters are read only where they are asked for by name. */
@ApplicationScoped
public class ModelVersions {
    private static final String SELECT =
            "select id, project_id, number, state, metrics, provenance, created_at, published_at from model_version ";
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final ObjectMapper json;

    ModelVersions(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A model to keep. */
    public record NewModel(
            ProjectId project, byte[] parameters, Map<String, Object> metrics, Map<String, Object> provenance) {

        /** The same, held against the published one. */
        public NewModel with(Comparison comparison) {
            Map<String, Object> more = new LinkedHashMap<>(metrics);
            more.put("comparison", comparison.toMap());
            return new NewModel(project, parameters, more, provenance);
        }
    }

    /** All versions, newest first. */
    public List<ModelVersion> list(ProjectId project) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(SELECT + "where project_id = ? order by number desc")) {
            query.setLong(1, project.value());
            return read(query);
        }
    }

    public Optional<ModelVersion> find(ProjectId project, int number) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(SELECT + "where project_id = ? and number = ?")) {
            query.setLong(1, project.value());
            query.setInt(2, number);
            return read(query).stream().findFirst();
        }
    }

    /** What the version's model can be made from again. */
    public byte[] parameters(ModelVersionId model) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select parameters from model_version where id = ?")) {
            query.setLong(1, model.value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("Model version " + model + " is gone");
                }
                return row.getBytes(1);
            }
        }
    }

    /** The version of this number; another number is a problem that says where to look. */
    public ModelVersion get(ProjectId project, int number) throws SQLException {
        return find(project, number)
                .orElseThrow(() -> Problem.notFound(
                        "model version", number, "Read /api/projects/" + project + "/models for those there are."));
    }

    /** The id of a model that is still to be made. */
    public static ModelVersionId reserve(Connection connection) throws SQLException {
        String sql = "select nextval(pg_get_serial_sequence('model_version', 'id'))";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new ModelVersionId(row.getLong(1));
        }
    }

    /** Keeps a model under an id reserved for it without publishing it, in the caller's transaction. */
    public void keep(Connection connection, ModelVersionId id, NewModel model, Instant now) throws SQLException {
        String insert = """
                insert into model_version (id, project_id, number, state, parameters, metrics, provenance, created_at)
                overriding system value
                select ?, ?, coalesce(max(number), 0) + 1, 'kept', ?, ?::jsonb, ?::jsonb, ?
                from model_version where project_id = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setLong(1, id.value());
            statement.setLong(2, model.project().value());
            statement.setBytes(3, model.parameters());
            statement.setString(4, text(model.metrics()));
            statement.setString(5, text(model.provenance()));
            statement.setObject(6, now.atOffset(ZoneOffset.UTC));
            statement.setLong(7, model.project().value());
            statement.executeUpdate();
        }
    }

    /**
     * Makes a kept or retired model the project's published one, in the caller's transaction.
     *
     * @param by the account that wants it; null where its round does
     */
    public void publish(Connection connection, ProjectId project, ModelVersionId model, Long by, Instant now)
            throws SQLException {
        try (PreparedStatement retire = connection.prepareStatement(
                "update model_version set state = 'retired' where project_id = ? and state = 'published'")) {
            retire.setLong(1, project.value());
            retire.executeUpdate();
        }
        try (PreparedStatement publish = connection.prepareStatement(
                "update model_version set state = 'published', published_at = ?, published_by = ? where id = ?")) {
            publish.setObject(1, now.atOffset(ZoneOffset.UTC));
            publish.setObject(2, by, Types.BIGINT);
            publish.setLong(3, model.value());
            publish.executeUpdate();
        }
        try (PreparedStatement point =
                connection.prepareStatement("update project set published_model = ? where id = ?")) {
            point.setLong(1, model.value());
            point.setLong(2, project.value());
            point.executeUpdate();
        }
    }

    /** The model that the project's queue is ranked by, as this transaction sees it. */
    public Optional<ModelVersion> published(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + "where id = (select published_model from project where id = ?)")) {
            query.setLong(1, project.value());
            return read(query).stream().findFirst();
        }
    }

    /** The models that were published before the one that is, newest first. */
    public List<ModelVersion> retired(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                SELECT + "where project_id = ? and state = 'retired' order by number desc")) {
            query.setLong(1, project.value());
            return read(query);
        }
    }

    private List<ModelVersion> read(PreparedStatement query) throws SQLException {
        List<ModelVersion> versions = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                versions.add(new ModelVersion(
                        new ModelVersionId(row.getLong(1)),
                        new ProjectId(row.getLong(2)),
                        row.getInt(3),
                        row.getString(4),
                        map(row.getString(5)),
                        map(row.getString(6)),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject(8, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
            }
        }
        return versions;
    }

    private Map<String, Object> map(String text) {
        try {
            return json.readValue(text, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A model's stored JSON cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private String text(Map<String, Object> map) {
        try {
            return json.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A model's metrics are no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
