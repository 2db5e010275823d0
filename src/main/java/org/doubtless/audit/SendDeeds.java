package org.doubtless.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Sends the log as a file, while it is read. */
@ApplicationScoped
class SendDeeds {
    private final WriteDeeds writeDeeds;
    private final Clock clock;

    SendDeeds(WriteDeeds writeDeeds, Clock clock) {
        this.writeDeeds = writeDeeds;
        this.clock = clock;
    }

    Response csv(String name, DeedFilter filter) {
        StreamingOutput content = out -> {
            try {
                writeDeeds.csv(filter, out);
            } catch (SQLException e) {
                throw new IOException("The audit log could not be read: " + e.getMessage(), e);
            }
        };
        String file = name + "-" + LocalDate.now(clock.withZone(ZoneOffset.UTC)) + ".csv";
        return Response.ok(content)
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
