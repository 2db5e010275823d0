package org.doubtless.demo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.doubtless.account.AccountId;
import org.doubtless.account.InstallationSetUp;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the demo project for {@code serve --demo}: at once, or as soon as there is an administrator to own it. */
@ApplicationScoped
class DemoAtStart {
    private static final String OWNER = """
            select min(id) from account
            where administrator and active and not exists (select 1 from project where demo)
            """;

    private final boolean wanted;
    private final MakeDemo makeDemo;
    private final AgroalDataSource database;

    DemoAtStart(
            @ConfigProperty(name = "doubtless.demo.at-start", defaultValue = "false") boolean wanted,
            MakeDemo makeDemo,
            AgroalDataSource database) {
        this.wanted = wanted;
        this.makeDemo = makeDemo;
        this.database = database;
    }

    @ActivateRequestContext
    void start(@Observes StartupEvent event) throws SQLException {
        if (!wanted) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(OWNER);
                ResultSet row = query.executeQuery()) {
            row.next();
            Long owner = row.getObject(1, Long.class);
            if (owner != null) {
                makeDemo.make(new AccountId(owner), MakeDemo.IMAGES, MakeDemo.SEED);
            }
        }
    }

    void setUp(@Observes InstallationSetUp setUp) {
        if (wanted) {
            makeDemo.make(setUp.administrator(), MakeDemo.IMAGES, MakeDemo.SEED);
        }
    }
}
