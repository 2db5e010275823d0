package org.doubtless.dashboard.system;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what takes how much room; never touches image bytes. */
@ApplicationScoped
class ReadStorage {
    private static final String GROUPS = """
            select case
                when relname in ('image', 'image_content', 'image_thumbnail', 'import_rejection') then 'images'
                when relname ~ '^(image_feature|feature_|neighbour_graph|image_place|encoder)' then 'features'
                when relname ~ '^(image_score|scoring|score_shard)' then 'scores'
                when relname ~ '^(model_|look_alike)' then 'models'
                when relname ~ '^(annotation|lease|queue_|automatic_|gold)' then 'answers'
                else 'rest' end as part,
              sum(pg_total_relation_size(oid))
            from pg_class where relkind in ('r', 'm') and relnamespace = current_schema()::regnamespace
            group by part order by 2 desc
            """;
    private static final String PROJECTS = """
            with pictures as (select project_id, count(*) as number, sum(byte_count) as bytes from image group by project_id),
              rows as (select s.project_id, sum(made.number) as number from feature_set s cross join lateral (
                         select count(*) as number from image_feature where feature_set_id = s.id) made group by s.project_id),
              features as (select project_id, number * pg_total_relation_size('image_feature')
                                  / nullif(sum(number) over (), 0) as bytes from rows),
              fitted as (select project_id, sum(octet_length(extractor)) as bytes from feature_set group by project_id),
              scores as (select m.project_id, sum(pg_total_relation_size(c.oid)) as bytes from model_version m
                         join pg_class c on c.relname = 'image_score_' || m.id and c.relkind = 'r'
                           and c.relnamespace = current_schema()::regnamespace
                         group by m.project_id),
              models as (select project_id, sum(octet_length(parameters)) as bytes from model_version group by project_id)
            select p.id, p.name, coalesce(i.number, 0), coalesce(i.bytes, 0)::bigint,
                   (coalesce(f.bytes, 0) + coalesce(x.bytes, 0))::bigint, coalesce(s.bytes, 0)::bigint,
                   coalesce(m.bytes, 0)::bigint
            from project p left join pictures i on i.project_id = p.id left join features f on f.project_id = p.id
            left join fitted x on x.project_id = p.id left join scores s on s.project_id = p.id
            left join models m on m.project_id = p.id
            order by coalesce(i.bytes, 0) + coalesce(f.bytes, 0) + coalesce(s.bytes, 0) + coalesce(m.bytes, 0) desc, p.id
            """;

    private final AgroalDataSource database;

    ReadStorage(AgroalDataSource database) {
        this.database = database;
    }

    SystemState.Storage read() throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<SystemState.Group> groups =
                    all(connection, GROUPS, row -> new SystemState.Group(row.getString(1), row.getLong(2)));
            List<SystemState.OfProject> projects = all(
                    connection,
                    PROJECTS,
                    row -> new SystemState.OfProject(
                            row.getLong(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7)));
            long total = all(connection, "select pg_database_size(current_database())", row -> row.getLong(1))
                    .get(0);
            return new SystemState.Storage(total, groups, projects);
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> all(Connection connection, String sql, Reader<T> reader) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reader.read(row));
            }
            return found;
        }
    }
}
