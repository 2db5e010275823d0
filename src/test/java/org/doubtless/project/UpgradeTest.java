package org.doubtless.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.doubtless.support.Sql;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a database of an older version becomes. */
@QuarkusTest
class UpgradeTest {
    private static final String SCHEMA = "upgrade_test";

    @Inject
    AgroalDataSource database;

    @Inject
    Sql sql;

    @Test
    void projects_that_are_there_keep_their_number_of_labels() {
        older("3").load().migrate();
        sql.update("insert into upgrade_test.account (email, name, password_hash, created_at)"
                + " values ('ada@example.org', 'Ada', '', now())");
        sql.update("insert into upgrade_test.project (name, task, seed, retrain_after, created_by, created_at)"
                + " select 'Old', 'classification', 1, 33, id, now() from upgrade_test.account");
        older("latest").load().migrate();
        assertThat(sql.number("select retrain_after::bigint from upgrade_test.project where retraining = 'labels'"))
                .isEqualTo(33);
    }

    @AfterEach
    void clean() {
        sql.update("drop schema if exists upgrade_test cascade");
    }

    private FluentConfiguration older(String target) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .locations("schema")
                .target(target);
    }
}
