package org.doubtless.exchange;

import java.io.IOException;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** Hands over the images of an export one by one, as the database sends them. */
final class ReadImages {
    private static final int AT_ONCE = 500;

    /** The automatic set, the model, the project. Looks at answers image by image, so that nothing waits for a sort. */
    private static final String QUERY = """
            select i.id, i.filename, encode(i.sha256, 'hex'), i.media_type, i.width, i.height, i.byte_count, i.arm,
                   case when l.image_id is not null then 'automatic' else i.state end, c.id, c.name,
                   case when l.image_id is not null then 'automatic'
                        when i.state in ('waiting', 'disagreement') then null
                        when d.account_id is not null then 'adjudication'
                        when i.readers > 1 and i.state <> 'flagged' then 'consensus'
                        else 'person' end,
                   coalesce(r.readers, 0),
                   case when i.readers > 1 and r.readers > 1 then
                     (select max(v.votes) from (select count(*) as votes from reading o where o.image_id = i.id
                                                group by o.outcome, o.class_id) v)::double precision / r.readers end,
                   case when l.image_id is not null then t.created_at
                        when i.state not in ('waiting', 'disagreement') then coalesce(d.created_at, r.at) end,
                   case when coalesce(r.milliseconds, d.milliseconds) is not null
                        then coalesce(r.milliseconds, 0) + coalesce(d.milliseconds, 0) end,
                   r.accounts, r.names, d.account_id, d.name,
                   s.prediction is not null, g.name, s.probabilities[g.position + 1], s.epistemic, s.aleatoric, %s
            from image i
            left join automatic_set t on t.id = ?::bigint
            left join automatic_label l on l.set_id = t.id and l.image_id = i.id and i.state = 'waiting'
            left join project_class c on c.id = coalesce(i.class_id, l.class_id)
            left join image_score s on s.model_version_id = ?::bigint and s.image_id = i.id
            left join project_class g on g.id = s.prediction
            left join lateral (
              select count(*) as readers, max(a.created_at) as at, sum(a.milliseconds) as milliseconds,
                     array_agg(a.account_id order by a.id) as accounts, array_agg(p.name order by a.id) as names
              from reading o join annotation a on a.id = o.annotation_id join account p on p.id = a.account_id
              where o.image_id = i.id) r on i.state <> 'waiting' or i.readers is not null
            left join lateral (
              select a.account_id, p.name, a.created_at, a.milliseconds
              from annotation a join account p on p.id = a.account_id
              where a.image_id = i.id and a.purpose = 'adjudication' and a.outcome <> 'withdrawn'
                and not exists (select from annotation w where w.withdraws = a.id)
              order by a.id desc limit 1) d on i.state <> 'waiting'
            where i.project_id = ? %s
            order by i.id
            """;

    private static final String EACH = QUERY.formatted("0", "");
    /** Tells of how many images the file's name would be the same in the same folder. */
    private static final String FOR_FOLDERS = QUERY.formatted(
            "count(*) over (partition by c.id, lower(regexp_replace(i.filename, '^.*/', '')))", "and c.id is not null");

    private final Snapshot snapshot;
    private final ExportChoice choice;
    private final SafeNames names;

    /** @param names of folders and files; null for a format that has none */
    ReadImages(Snapshot snapshot, ExportChoice choice, SafeNames names) {
        this.snapshot = snapshot;
        this.choice = choice;
        this.names = names;
    }

    /** Takes an image. */
    @FunctionalInterface
    interface Taker {
        void take(ExportedImage image) throws IOException, SQLException;
    }

    void each(Taker taker) throws IOException, SQLException {
        try (PreparedStatement query =
                snapshot.connection().prepareStatement(choice.format().hasUnlabelled() ? EACH : FOR_FOLDERS)) {
            query.setFetchSize(AT_ONCE);
            query.setObject(1, snapshot.automaticSet(choice).orElse(null), Types.BIGINT);
            query.setObject(2, choice.uncertainty() ? snapshot.model() : null, Types.BIGINT);
            query.setLong(3, snapshot.project().value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    taker.take(image(row));
                }
            }
        }
    }

    private ExportedImage image(ResultSet row) throws SQLException {
        Long labelId = row.getObject(10, Long.class);
        ExportedImage.Label label = labelId == null ? null : new ExportedImage.Label(labelId, row.getString(11));
        long id = row.getLong(1);
        String filename = row.getString(2);
        String path = names == null
                ? null
                : names.path(labelId, new SafeNames.Original(filename, row.getString(4)), id, row.getLong(26) == 1);
        return new ExportedImage(
                id,
                filename,
                row.getString(3),
                row.getInt(5),
                row.getInt(6),
                row.getLong(7),
                row.getString(8),
                row.getString(9),
                label,
                path,
                answers(row),
                score(row));
    }

    private ExportedImage.Answers answers(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject(15, OffsetDateTime.class);
        return new ExportedImage.Answers(
                row.getString(12),
                row.getInt(13),
                row.getObject(14, Double.class),
                at == null ? null : at.toInstant(),
                row.getObject(16, Long.class),
                list(row.getArray(choice.people() ? 18 : 17)),
                row.getObject(choice.people() ? 20 : 19));
    }

    private ExportedImage.Score score(ResultSet row) throws SQLException {
        return row.getBoolean(21)
                ? new ExportedImage.Score(
                        snapshot.modelNumber(),
                        row.getString(22),
                        row.getObject(23, Float.class),
                        row.getFloat(24),
                        row.getFloat(25))
                : null;
    }

    private static List<?> list(Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Object[]) array.getArray());
    }
}
