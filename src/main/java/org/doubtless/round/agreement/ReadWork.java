package org.doubtless.round.agreement;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doubtless.account.SignedIn;
import org.doubtless.learning.evaluation.Proportion;
import org.doubtless.project.MayKnowArm;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ShowArm;

/** Reads what people's answers cost and how far they agree: leads everybody's, all others their own. */
@ApplicationScoped
public class ReadWork {
    private static final double[] EDGES = {0, 0.05, 0.15, 0.25, 1};

    // Of those who see only themselves whole tens count: one more would tell whether the last image was a check.
    private static final String PEOPLE = """
            with given as (
              select a.id, a.account_id, a.image_id, a.milliseconds,
                     row_number() over (partition by a.account_id order by a.id) as turn,
                     count(*) over (partition by a.account_id) as number
              from annotation a
              where a.project_id = ? and a.purpose = 'answer' and a.outcome <> 'withdrawn'
                and not exists (select from annotation w where w.withdraws = a.id)
                and (?::bigint is null or a.account_id = ?)),
            told as (select * from given where ?::bigint is null or turn <= number / 10 * 10),
            paces as (
              select t.account_id, count(*) as answers,
                     percentile_cont(array[0.25, 0.5, 0.75]) within group (order by t.milliseconds / 1000.0) as pace,
                     avg(case when s.aleatoric >= h.data then 1.0 when s.aleatoric is not null then 0.0 end) as unclear
              from told t join project p on p.id = ? join route_threshold h on h.project_id = p.id
              left join image_score s on s.model_version_id = p.published_model and s.image_id = t.image_id
              group by t.account_id),
            read as (
              select r.image_id, r.account_id, r.annotation_id, coalesce(r.class_id, -1) as said
              from image i join reading r on r.image_id = i.id
              where i.project_id = ? and i.readers > 1 and r.project_id = ? and r.outcome in ('labelled', 'cannot_tell')),
            pairs as (
              select a.account_id, a.said = b.said as same,
                     row_number() over (partition by a.account_id order by a.annotation_id, b.annotation_id) as turn,
                     count(*) over (partition by a.account_id) as number
              from read a join read b on b.image_id = a.image_id and b.account_id <> a.account_id),
            agreed as (
              select account_id, count(*) as together, count(*) filter (where same) as same
              from pairs where ?::bigint is null or turn <= number / 10 * 10 group by account_id)
            select c.id, c.name, p.answers, p.pace[1], p.pace[2], p.pace[3], p.unclear,
                   coalesce(g.together, 0), coalesce(g.same, 0)
            from paces p join account c on c.id = p.account_id left join agreed g on g.account_id = p.account_id
            order by lower(c.name), c.id
            """;
    private static final String BY_DOUBT = """
            select width_bucket(s.aleatoric, array[0.05, 0.15, 0.25]::real[]), count(*), count(*) filter (where x.same)
            from (select r.image_id, count(distinct coalesce(r.class_id, -1)) = 1 as same
                  from image i join reading r on r.image_id = i.id
                  where i.project_id = ? and i.readers > 1 and r.project_id = ?
                    and r.outcome in ('labelled', 'cannot_tell')
                  group by r.image_id having count(*) > 1) x
            join image_score s on s.image_id = x.image_id
              and s.model_version_id = (select published_model from project where id = ?)
            group by 1 order by 1
            """;
    private static final String BY_CLASS = """
            select c.name, count(*), coalesce(sum(a.milliseconds), 0) / 60000.0,
                   percentile_cont(0.5) within group (order by a.milliseconds / 1000.0)
            from annotation a left join project_class c on c.id = a.class_id
            where a.project_id = ? and a.outcome <> 'withdrawn' group by c.id, c.name, c.position
            order by c.position nulls last
            """;

    private final AgroalDataSource database;
    private final SignedIn signedIn;
    private final MayKnowArm mayKnowArm;

    ReadWork(AgroalDataSource database, SignedIn signedIn, MayKnowArm mayKnowArm) {
        this.database = database;
        this.signedIn = signedIn;
        this.mayKnowArm = mayKnowArm;
    }

    public WorkView of(ProjectId project) throws SQLException {
        Long only = mayKnowArm.in(project) == ShowArm.YES ? null : signedIn.id().value();
        long p = project.value();
        try (Connection connection = database.getConnection()) {
            List<WorkView.Person> people = all(connection, PEOPLE, this::person, p, only, only, only, p, p, p, only);
            return new WorkView(
                    people,
                    only == null ? all(connection, BY_DOUBT, ReadWork::bin, p, p, p) : List.of(),
                    only == null ? all(connection, BY_CLASS, ReadWork::cost, p) : List.of());
        }
    }

    private WorkView.Person person(ResultSet row) throws SQLException {
        int together = row.getInt(8);
        int same = row.getInt(9);
        return new WorkView.Person(
                row.getLong(1),
                row.getString(2),
                row.getLong(1) == signedIn.id().value(),
                row.getInt(3),
                number(row, 5),
                number(row, 4),
                number(row, 6),
                number(row, 7),
                together,
                same,
                share(same, together));
    }

    private static WorkView.Bin bin(ResultSet row) throws SQLException {
        int at = row.getInt(1);
        return new WorkView.Bin(
                EDGES[at], EDGES[at + 1], row.getInt(2), row.getInt(3), share(row.getInt(3), row.getInt(2)));
    }

    private static WorkView.Cost cost(ResultSet row) throws SQLException {
        return new WorkView.Cost(row.getString(1), row.getInt(2), row.getDouble(3), number(row, 4));
    }

    private static Double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static AgreementView.Estimate share(int same, int of) {
        return AgreementView.Estimate.of(of == 0 ? Optional.empty() : Optional.of(Proportion.wilson(same, of)));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> all(Connection connection, String sql, Reader<T> reader, Object... values)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int k = 0; k < values.length; k++) {
                query.setObject(k + 1, values[k]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        }
    }
}
