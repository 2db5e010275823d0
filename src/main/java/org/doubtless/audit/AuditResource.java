package org.doubtless.audit;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** The audit log of the installation. */
@Path("/api/audit")
class AuditResource {
    static final int PAGE = 100;

    private final ReadDeeds readDeeds;
    private final SendDeeds sendDeeds;

    AuditResource(ReadDeeds readDeeds, SendDeeds sendDeeds) {
        this.readDeeds = readDeeds;
        this.sendDeeds = sendDeeds;
    }

    /** Some of the log, newest first; the next come with {@code before}, the last one's id. */
    record Page(List<DoneDeed> items) {}

    @GET
    @Access(Who.ADMINISTRATOR)
    public Page list(@BeanParam DeedQuery query) throws SQLException, IOException {
        return new Page(readDeeds.newest(DeedFilter.ofInstallation(query), PAGE));
    }

    @GET
    @Path("/csv")
    @Access(Who.ADMINISTRATOR)
    public Response csv(@BeanParam DeedQuery query) {
        return sendDeeds.csv("audit", DeedFilter.ofInstallation(query));
    }
}
