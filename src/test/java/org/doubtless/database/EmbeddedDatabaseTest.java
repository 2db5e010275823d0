package org.doubtless.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    private EmbeddedDatabase database;

    @AfterEach
    void stop() {
        database.stopIfLast();
    }

    @Test
    void data_survives_a_stop_and_a_start() throws Exception {
        open(true);
        execute("create table note (text text)");
        execute("insert into note values ('kept')");
        database.stopIfLast();
        assertThat(Postmaster.of(data()))
                .as("the last one out stops the server")
                .isEmpty();
        open(true);
        assertThat(read("select text from note")).isEqualTo("kept");
    }

    @Test
    void it_is_durable_unless_told_otherwise() throws Exception {
        open(true);
        assertThat(read("show fsync")).isEqualTo("on");
        assertThat(read("show synchronous_commit")).isEqualTo("on");
        assertThat(read("show full_page_writes")).isEqualTo("on");
    }

    @Test
    void a_server_that_outlived_its_starter_is_found_again() throws Exception {
        open(false);
        ProcessHandle server = Postmaster.of(data()).orElseThrow().process();
        EmbeddedDatabase second = EmbeddedDatabase.startOrAttach(folder.resolve("postgres"), false);
        assertThat(second.jdbcUrl()).isEqualTo(database.jdbcUrl());
        assertThat(Postmaster.of(data()).orElseThrow().process()).isEqualTo(server);
    }

    @Test
    void it_comes_back_on_its_own_port_after_it_was_killed() throws Exception {
        open(true);
        execute("create table note (text text)");
        String url = database.jdbcUrl();
        database.keepRunning();
        ProcessHandle server = Postmaster.of(data()).orElseThrow().process();
        server.destroyForcibly();
        server.onExit().get();
        awaitAnswer();
        assertThat(database.jdbcUrl()).isEqualTo(url);
        assertThat(read("select count(*) from note")).isEqualTo("0");
    }

    @Test
    void nobody_gets_in_without_the_password_and_nobody_else_reads_it() throws Exception {
        open(false);
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("postgres/password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("postgres"))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_first_start_that_was_cut_off_does_not_block_the_next() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("PG_VERSION"), "18\n");
        open(false);
        assertThat(read("select 1")).isEqualTo("1");
    }

    private void open(boolean durable) {
        database = EmbeddedDatabase.startOrAttach(folder.resolve("postgres"), durable);
    }

    private Path data() {
        return folder.resolve("postgres/data").toAbsolutePath();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String read(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 600; attempt++) {
            try {
                read("select 1");
                return;
            } catch (SQLException e) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the server did not come back");
    }
}
