package org.doubtless.dashboard.system;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.sql.SQLException;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** How the installation is, for programs that watch it. */
@Path("/api/system")
class SystemResource {
    private final ReadSystem readSystem;

    SystemResource(ReadSystem readSystem) {
        this.readSystem = readSystem;
    }

    @GET
    @Access(Who.ADMINISTRATOR)
    public SystemState read() throws SQLException, IOException {
        return readSystem.read();
    }
}
