package org.doubtless.round.automatic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.doubtless.model.ModelVersionId;
import org.doubtless.project.ProjectId;

/**
 * What a publication's rule decided.
 *
 * @param model number of the version
 * @param certain whether the control arm bore the promise out
 * @param threshold how sure the model had to be; null where no image was left to label
 * @param bound where it is not certain, the largest share of wrong labels that the control images leave possible; else the
 *     promised one, because no smaller one was tested; null likewise
 * @param images labelled then
 * @param audits kept in the queue instead
 * @param checked answered control images that pass the threshold, {@code wrong} of which the model gets wrong
 * @param missing about so many more control labels are needed at least
 */
public record Verdict(
        int model,
        double mostWrong,
        boolean certain,
        Double threshold,
        Double bound,
        int images,
        int audits,
        int checked,
        int wrong,
        int missing,
        Instant at) {
    private static final String SELECT =
            "select m.number, s.most_wrong, s.certain, s.threshold, s.bound, s.images, s.audits, s.checked, s.wrong,"
                    + " s.missing, s.created_at from automatic_set s join model_version m on m.id = s.model_version_id ";

    static Optional<Verdict> of(Connection connection, long set) throws SQLException {
        return read(connection, SELECT + "where s.id = ?", set);
    }

    static Optional<Verdict> newest(Connection connection, ProjectId project) throws SQLException {
        return read(connection, SELECT + "where s.project_id = ? order by s.id desc limit 1", project.value());
    }

    static Optional<Verdict> newest(Connection connection, ModelVersionId model) throws SQLException {
        return read(connection, SELECT + "where s.model_version_id = ? order by s.id desc limit 1", model.value());
    }

    private static Optional<Verdict> read(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, key);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static Verdict read(ResultSet row) throws SQLException {
        return new Verdict(
                row.getInt(1),
                row.getDouble(2),
                row.getBoolean(3),
                row.getObject(4) == null ? null : row.getDouble(4),
                row.getObject(5) == null ? null : row.getBoolean(3) ? row.getDouble(2) : row.getDouble(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getObject(11, OffsetDateTime.class).toInstant());
    }

    /** In words, for a lead. */
    public String sentence() {
        if (threshold == null) {
            return "Model %d labels nothing: no image is left to label.".formatted(model);
        }
        String control = "of %s that pass it gets %,d wrong".formatted(counted(checked, "control image"), wrong);
        if (!certain) {
            return "Refused: that at most %s of model %d’s labels are wrong is not certain yet. %s, so that up to %s may be; it takes at least about %s, none of them wrong."
                    .formatted(
                            percent(mostWrong),
                            model,
                            capital(control),
                            percent(bound),
                            counted(missing, "more control label"));
        }
        return "Model %d labels %s of which it is at least %s sure. At most %s of these labels are wrong, as promised, tested at 95\u00a0%% for this publication by itself: %s. %s in the queue for the audit."
                .formatted(
                        model,
                        counted(images, "image"),
                        floor(threshold),
                        percent(mostWrong),
                        control,
                        audits == 1 ? "1 more stays" : "%,d more stay".formatted(audits));
    }

    static String counted(long number, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", number, one, number == 1 ? "" : "s");
    }

    /** Rounded up, so that no limit looks lower than it is. */
    static String percent(double share) {
        return tenths(Math.ceil(1000 * share - 1e-6) / 10);
    }

    private static String floor(double share) {
        return tenths(Math.floor(1000 * share) / 10);
    }

    private static String tenths(double percent) {
        return String.format(Locale.ROOT, percent == Math.rint(percent) ? "%.0f\u00a0%%" : "%.1f\u00a0%%", percent);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
