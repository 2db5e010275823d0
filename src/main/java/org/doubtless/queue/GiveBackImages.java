package org.doubtless.queue;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.KnownProjects;
import org.doubtless.project.ProjectId;

/** Frees images that a person holds and leaves unanswered: they wait where they stood, for whoever comes next. */
@ApplicationScoped
class GiveBackImages {
    // A round that is just swapping the queue has carried the leases over already; what is noted here it looks at
    // again.
    private static final String FREE = """
            with freed as (
              update queue_entry q set leased_by = null, leased_until = '-infinity'
              from unnest(cast(? as bigint[]), cast(? as timestamptz[])) as held (image_id, until)
              where q.project_id = ? and q.generation = (select queue_generation from project where id = q.project_id)
                and q.image_id = held.image_id and q.leased_by = ? and q.leased_until <= held.until
              returning q.project_id, q.image_id
            ), noted as (
              insert into queue_arrival (project_id, first_image, last_image)
              select project_id, image_id, image_id from freed
            )
            select count(*) from freed
            """;

    private final AgroalDataSource database;
    private final LimitHeldImages limitHeldImages;
    private final KnownProjects projects;

    GiveBackImages(AgroalDataSource database, LimitHeldImages limitHeldImages, KnownProjects projects) {
        this.projects = projects;
        this.database = database;
        this.limitHeldImages = limitHeldImages;
    }

    /**
     * An image, and until when it is held as far as is known: who was given it anew since, by another page, keeps it.
     *
     * @param until null where that does not matter
     */
    record Held(ImageId image, Instant until) {}

    /** Nothing where people are measured by hidden images: those are in no queue, and would be all that is left. */
    @Transactional
    void free(ProjectId project, AccountId account, List<Held> images) throws SQLException {
        if (projects.labelling(project).checks().on()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            QueueLock.share(connection, project);
            free(connection, project, account, images);
        }
    }

    /** The same in the caller's transaction, under {@link QueueLock}. */
    void free(Connection connection, ProjectId project, AccountId account, List<Held> images) throws SQLException {
        if (images.isEmpty()) {
            return;
        }
        Object[] ids = images.stream().map(held -> held.image().value()).toArray();
        Object[] ends = images.stream()
                .map(held -> held.until() == null ? "infinity" : held.until().toString())
                .toArray();
        try (PreparedStatement update = connection.prepareStatement(FREE)) {
            update.setArray(1, connection.createArrayOf("bigint", ids));
            update.setArray(2, connection.createArrayOf("text", ends));
            update.setLong(3, project.value());
            update.setLong(4, account.value());
            try (ResultSet row = update.executeQuery()) {
                row.next();
                limitHeldImages.unused(project, account, row.getInt(1));
            }
        }
    }
}
