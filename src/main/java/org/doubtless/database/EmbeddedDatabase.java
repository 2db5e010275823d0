package org.doubtless.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * A real PostgreSQL server in a data folder. The first process starts it, others attach, the last one out stops it; a
 * server that outlived a killed process is found and used again.
 */
public final class EmbeddedDatabase {
    private static final String NAME = "doubtless";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path folder;
    private final Path data;
    private final Credentials credentials;
    private final String applicationName =
            "doubtless-" + ProcessHandle.current().pid();
    private int port;

    private EmbeddedDatabase(Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data").toAbsolutePath().normalize();
        this.credentials = Credentials.in(folder);
    }

    /** Starts the server of this folder, or attaches to it when it runs; durable means that a commit is on the disk. */
    public static EmbeddedDatabase startOrAttach(Path folder, boolean durable) {
        PrivateFiles.createFolder(folder);
        EmbeddedDatabase database = new EmbeddedDatabase(folder);
        database.locked(() -> {
            Optional<Postmaster> running = Postmaster.of(database.data);
            if (running.isPresent()) {
                database.port = running.get().port();
            } else {
                database.port = database.start(durable);
            }
            database.createIfAbsent();
        });
        return database;
    }

    public String jdbcUrl() {
        return url(NAME) + "?ApplicationName=" + applicationName;
    }

    public String user() {
        return Credentials.USER;
    }

    public String password() {
        return credentials.password();
    }

    /** Waits until this process has let go of the server, then stops it unless another process still uses it. */
    public void stopIfLast() {
        try {
            locked(() -> {
                if (othersRemain()) {
                    return;
                }
                Optional<Postmaster> server = Postmaster.of(data);
                if (server.isPresent()) {
                    server.get().stop(PATIENCE);
                }
            });
        } catch (RuntimeException e) {
            System.err.println("PostgreSQL in " + folder + " was not stopped: " + e.getMessage());
        }
    }

    private boolean othersRemain() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Connection connection = connect("postgres")) {
            while (true) {
                int mine = clients(connection, "application_name = ?");
                if (mine == 0 || System.nanoTime() > deadline) {
                    return clients(connection, "application_name <> ?") > 0;
                }
                Thread.sleep(50);
            }
        } catch (SQLException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private int clients(Connection connection, String which) throws SQLException {
        String sql = "select count(*) from pg_stat_activity where backend_type = 'client backend'"
                + " and pid <> pg_backend_pid() and " + which;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, applicationName);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private int start(boolean durable) throws IOException {
        boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
        String durability = durable ? "on" : "off";
        // Not closed here: it must outlive this object's creator, and stopIfLast knows when it may go.
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(freePort())
                .setConnectConfig("password", credentials.password())
                // The library turns these off; here they guard people's labels.
                .setServerConfig("fsync", durability)
                .setServerConfig("synchronous_commit", durability)
                .setServerConfig("full_page_writes", durability)
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_connections", "100")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        port = server.getPort();
        if (fresh) {
            requirePassword();
        }
        return port;
    }

    /** The library's first boot trusts every local process; from here on the password is asked for. */
    private void requirePassword() throws IOException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + Credentials.USER + " password '" + credentials.password() + "'");
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n"
                            + "host all all ::1/128 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL in " + folder + " took no password: " + e.getMessage(), e);
        }
    }

    private void createIfAbsent() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                statement.execute("create database " + NAME);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return Postmaster.connect(url(database), credentials.password());
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private interface Action {
        void run() throws IOException, SQLException;
    }

    private void locked(Action action) {
        Path lock = folder.resolve("start.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!held.isValid()) {
                throw new IllegalStateException("Could not lock " + lock);
            }
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database in " + folder + " failed: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database in " + folder + " failed: " + e.getMessage(), e);
        }
    }
}
