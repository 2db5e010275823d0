package org.doubtless.dashboard;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * Tells the pages of a project that something has changed, and nothing of what: that they ask for, as far as they may know
 * it. An event comes at the beginning, too.
 */
@Path("/api/projects/{p}/events")
class EventsResource {
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** Browsers come again by themselves, and are asked again who they are. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final String STATE = """
            select concat_ws(' ', p.queue_generation, p.published_model,
                             (select max(id) from annotation where project_id = p.id),
                             (select max(id) from image where project_id = p.id),
                             (select concat(r.id, r.state, j.id, j.state, j.stage, j.done) from round r
                              left join job j on j.id = r.job_id
                              where r.project_id = p.id order by r.number desc limit 1))
            from project p where p.id = ?
            """;

    private final AgroalDataSource database;

    EventsResource(AgroalDataSource database) {
        this.database = database;
    }

    /** Something has changed. */
    record Changed(ProjectId project) {}

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    // Who asks is found out in the database.
    @Blocking
    @Access(Who.VIEWER)
    public Multi<Changed> changes(@PathParam("p") ProjectId project) {
        return Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .select()
                .first(LIFE)
                .onItem()
                .transformToUniAndConcatenate(tick -> state(project))
                .skip()
                .repetitions()
                .map(state -> new Changed(project));
    }

    private Uni<String> state(ProjectId project) {
        return Uni.createFrom()
                .item(() -> read(project))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                // While the database is away nothing changes; the pages say by themselves that nothing comes.
                .onFailure()
                .recoverWithItem("");
    }

    private String read(ProjectId project) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(STATE)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Whether project " + project + " has changed could not be read", e);
        }
    }
}
