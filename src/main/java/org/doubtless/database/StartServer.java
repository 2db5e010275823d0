package org.doubtless.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Starts the server of a data folder; the first time it makes the data and asks for a password from then on. */
final class StartServer {
    private final Path folder;
    private final Path data;
    private final boolean durable;
    private final Credentials credentials;
    /** Set once this process has started the server; the library holds a lock for it until it is closed. */
    private EmbeddedPostgres started;

    StartServer(Path folder, Path data, boolean durable, Credentials credentials) {
        this.folder = folder;
        this.data = data;
        this.durable = durable;
        this.credentials = credentials;
    }

    /** Starts it and returns its port; the caller holds the folder's lock. */
    int start() throws IOException {
        Path initialised = folder.resolve("initialised");
        boolean fresh = !Files.exists(initialised);
        if (fresh && Files.exists(data)) {
            // A first start was cut off before anybody could store anything here.
            Files.move(data, folder.resolve("data-interrupted-" + System.nanoTime()));
        }
        String durability = durable ? "on" : "off";
        release();
        started = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(usualPort())
                .setConnectConfig("password", credentials.password())
                // The library turns these off; here they guard people's labels.
                .setServerConfig("fsync", durability)
                .setServerConfig("synchronous_commit", durability)
                .setServerConfig("full_page_writes", durability)
                // What a round writes must not push out what claims read, nor fill the log's buffer before it is
                // flushed.
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("wal_buffers", "16MB")
                // A round that publishes a million images writes some 2 GB of log; checkpoints in the midst of it
                // double that.
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "15min")
                // So that a claim finds clean pages, and need not write out what a round has left.
                .setServerConfig("bgwriter_delay", "50ms")
                .setServerConfig("bgwriter_lru_maxpages", "400")
                // Indexes of a round's scores are no reason to take a second processor from people.
                .setServerConfig("max_parallel_maintenance_workers", "0")
                .setServerConfig("max_connections", "100")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        int port = started.getPort();
        Files.writeString(folder.resolve("port"), Integer.toString(port));
        if (fresh) {
            requirePassword(port);
            Files.createFile(initialised);
        }
        return port;
    }

    /** Lets go of a server that this process started and that runs no more. */
    void release() throws IOException {
        if (started != null) {
            started.close();
            started = null;
        }
    }

    /** The library's first boot trusts every local process; from here on the password is asked for. */
    private void requirePassword(int port) throws IOException {
        try (Connection connection = Postmaster.connect(Postmaster.url(port, "postgres"), credentials.password());
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

    /** The port of the last time while it is free, so that processes which were attached find the server again. */
    private int usualPort() throws IOException {
        Path file = folder.resolve("port");
        if (Files.exists(file)) {
            int last = Integer.parseInt(Files.readString(file).strip());
            try {
                return freePort(last);
            } catch (BindException e) {
                System.err.println("Port " + last + " of PostgreSQL in " + folder + " is taken; using another");
            }
        }
        return freePort(0);
    }

    private static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        }
    }
}
