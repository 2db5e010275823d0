package org.doubtless.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
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
    private static final Duration WATCH = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path folder;
    private final Path data;
    private final Credentials credentials;
    private final StartServer server;
    private final String applicationName =
            "doubtless-" + ProcessHandle.current().pid();
    private int port;
    private volatile boolean stopping;

    private EmbeddedDatabase(Path folder, boolean durable) {
        this.folder = folder;
        this.data = folder.resolve("data").toAbsolutePath().normalize();
        this.credentials = Credentials.in(folder);
        this.server = new StartServer(folder, data, durable, credentials);
    }

    /** Starts the server of this folder, or attaches to it when it runs; durable means that a commit is on the disk. */
    public static EmbeddedDatabase startOrAttach(Path folder, boolean durable) {
        PrivateFiles.createFolder(folder);
        EmbeddedDatabase database = new EmbeddedDatabase(folder, durable);
        database.locked(() -> {
            Optional<Postmaster> running = Postmaster.of(database.data);
            if (running.isPresent()) {
                database.port = running.get().port();
            } else {
                database.port = database.server.start();
            }
            database.createIfAbsent();
        });
        return database;
    }

    /**
     * Starts the server again whenever it is found dead, until {@link #stopIfLast()}; on the same port, so that whoever
     * was connected finds it again. A server can die without us: by the system's memory killer, or by hand.
     */
    public void keepRunning() {
        Thread watch = new Thread(this::watch, "embedded-postgres-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        while (!stopping) {
            try {
                Thread.sleep(WATCH.toMillis());
                if (!stopping && Postmaster.of(data).isEmpty()) {
                    System.err.println("PostgreSQL in " + folder + " is gone; starting it again");
                    locked(() -> {
                        if (!stopping && Postmaster.of(data).isEmpty()) {
                            server.start();
                        }
                    });
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                System.err.println("PostgreSQL in " + folder + " did not come back yet: " + e.getMessage());
            }
        }
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
        stopping = true;
        try {
            locked(() -> {
                if (othersRemain()) {
                    return;
                }
                Optional<Postmaster> running = Postmaster.of(data);
                if (running.isPresent()) {
                    running.get().stop(PATIENCE);
                }
                server.release();
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
        return Postmaster.url(port, database);
    }

    private interface Action {
        void run() throws IOException, SQLException;
    }

    /** Alone among all processes by the file's lock, and among the threads of this one by its monitor. */
    private void locked(Action action) {
        synchronized (EmbeddedDatabase.class) {
            lockedAmongProcesses(action);
        }
    }

    private void lockedAmongProcesses(Action action) {
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
