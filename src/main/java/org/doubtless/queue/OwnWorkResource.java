package org.doubtless.queue;

import io.agroal.api.AgroalDataSource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.account.SignedIn;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** Where else something waits for whoever asks. */
@Path("/api/account/work")
@Produces(MediaType.APPLICATION_JSON)
public class OwnWorkResource {
    private static final int MOST = 6;
    private static final String WITH_WORK = """
            select p.id, p.name from membership m join project p on p.id = m.project_id
            where m.account_id = ? and m.role in ('annotator', 'lead')
              and exists (select from queue_entry q where q.project_id = p.id and q.generation = p.queue_generation
                          and q.leased_until < ? and (q.answered_by is null or m.account_id <> all (q.answered_by)))
            order by lower(p.name), p.id limit ?
            """;

    private final AgroalDataSource database;
    private final SignedIn signedIn;
    private final Clock clock;

    OwnWorkResource(AgroalDataSource database, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    record Place(long id, String name) {}

    /** Some projects with images that nobody holds and the person has not answered. */
    record Work(List<Place> projects) {}

    @GET
    @Access(Who.SIGNED_IN)
    public Work work() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(WITH_WORK)) {
            query.setLong(1, signedIn.id().value());
            query.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            query.setInt(3, MOST);
            try (ResultSet row = query.executeQuery()) {
                List<Place> places = new ArrayList<>();
                while (row.next()) {
                    places.add(new Place(row.getLong(1), row.getString(2)));
                }
                return new Work(places);
            }
        }
    }
}
