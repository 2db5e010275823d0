package org.doubtless.annotation;

import io.agroal.api.AgroalDataSource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.doubtless.account.AccountId;
import org.doubtless.account.SignedIn;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestQuery;

/** The own pace of whoever asks. */
@Path("/api/projects/{p}/pace")
class PaceResource {
    // An image that is asked again to measure the reader counts again: else the count would tell which it was.
    private static final String ANSWERED = """
            select count(distinct (a.image_id, a.purpose)) from annotation a
            where a.account_id = ? and a.created_at >= ? and a.purpose <> 'adjudication'
              and a.outcome in ('labelled', 'cannot_tell', 'flagged')
              and not exists (select from annotation w where w.withdraws = a.id)
            """;
    private static final int NEWEST = 60;
    private static final String MEDIAN = """
            select round(percentile_cont(0.5) within group (order by milliseconds))::bigint, count(*) from (
              select milliseconds from annotation
              where account_id = ? and project_id = ? and milliseconds is not null and shown = 'alone'
              order by id desc limit ?) newest
            """;

    private final AgroalDataSource database;
    private final SignedIn signedIn;

    PaceResource(AgroalDataSource database, SignedIn signedIn) {
        this.database = database;
        this.signedIn = signedIn;
    }

    /** The day begins when the person's clock says so, which only the caller knows: {@code since}, by default now. */
    @GET
    @Access(Who.ANNOTATOR)
    public OwnPace mine(@PathParam("p") ProjectId project, @RestQuery String since) throws SQLException {
        OffsetDateTime from = since == null || since.isEmpty() ? OffsetDateTime.MAX : moment(since);
        AccountId account = signedIn.id();
        try (Connection connection = database.getConnection();
                PreparedStatement answered = connection.prepareStatement(ANSWERED);
                PreparedStatement median = connection.prepareStatement(MEDIAN)) {
            answered.setLong(1, account.value());
            answered.setObject(2, from);
            median.setLong(1, account.value());
            median.setLong(2, project.value());
            median.setInt(3, NEWEST);
            try (ResultSet images = answered.executeQuery();
                    ResultSet pace = median.executeQuery()) {
                images.next();
                pace.next();
                return new OwnPace(images.getLong(1), pace.getObject(1, Long.class), pace.getInt(2));
            }
        }
    }

    private static OffsetDateTime moment(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(
                    "since", "'%s' is no moment. Write since=2026-11-22T00:00:00Z, or leave it out.".formatted(text));
        }
    }
}
