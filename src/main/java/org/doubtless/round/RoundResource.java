package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.account.SignedIn;
import org.doubtless.project.MayKnowArm;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ShowArm;
import org.doubtless.web.Access;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestResponse;

/** Starts rounds and shows those there were. */
@Path("/api/projects/{p}/rounds")
class RoundResource {
    private final RequestRound requestRound;
    private final SignedIn signedIn;
    private final AgroalDataSource database;
    private final MayKnowArm mayKnowArm;

    RoundResource(RequestRound requestRound, SignedIn signedIn, AgroalDataSource database, MayKnowArm mayKnowArm) {
        this.mayKnowArm = mayKnowArm;
        this.requestRound = requestRound;
        this.signedIn = signedIn;
        this.database = database;
    }

    /**
     * The job to watch.
     *
     * @param follows whether another round follows that job's
     */
    record Started(long job, boolean follows, String message) {}

    /** A round as the API shows it; the labels are whole tens for those who must not tell the arms apart. */
    record View(
            int number,
            String state,
            String cause,
            Long job,
            int trainingLabels,
            int controlLabels,
            Integer model,
            Instant createdAt,
            Instant finishedAt) {}

    /** All rounds, newest first. */
    record All(List<View> items) {}

    @POST
    @Access(Who.LEAD)
    public RestResponse<Started> start(@PathParam("p") ProjectId project) throws SQLException {
        RequestRound.Requested requested = requestRound.byHand(project, signedIn.id());
        return RestResponse.status(
                RestResponse.Status.ACCEPTED,
                new Started(requested.job().value(), requested.follows(), requested.message()));
    }

    /** Takes back the round that was to follow the one under way. */
    @DELETE
    @Path("next")
    @Access(Who.LEAD)
    public void cancelNext(@PathParam("p") ProjectId project) throws SQLException {
        requestRound.cancelNext(project);
    }

    @GET
    @Access(Who.VIEWER)
    public All list(@PathParam("p") ProjectId project) throws SQLException {
        ShowArm showArm = mayKnowArm.in(project);
        String sql = """
                select r.number, r.state, r.cause, r.job_id, r.training_labels, r.control_labels, m.number, r.created_at,
                       r.finished_at
                from round r left join model_version m on m.id = r.model_version_id
                where r.project_id = ? order by r.number desc limit 1000
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            List<View> rounds = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    OffsetDateTime finished = row.getObject(9, OffsetDateTime.class);
                    rounds.add(new View(
                            row.getInt(1),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, Long.class),
                            showArm.count(row.getInt(5)),
                            showArm.count(row.getInt(6)),
                            row.getObject(7, Integer.class),
                            row.getObject(8, OffsetDateTime.class).toInstant(),
                            finished == null ? null : finished.toInstant()));
                }
            }
            return new All(rounds);
        }
    }
}
