package org.doubtless.support;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.doubtless.database.EmbeddedDatabase;
import org.junit.jupiter.api.Assumptions;

/** The packaged program in processes of its own, which a test may kill, on one embedded database. */
public final class BuiltProduct implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final String HEAP = "-Xmx1g";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final EmbeddedDatabase database;
    private final AgroalDataSource connections;
    private final List<Process> started = new ArrayList<>();
    private final int port;
    private final Map<String, String> settings = new HashMap<>();
    private String heap = HEAP;
    private String workerOptions = HEAP;

    private BuiltProduct(Path folder) throws SQLException, IOException {
        this.folder = folder;
        this.database = EmbeddedDatabase.startOrAttach(folder.resolve("postgres"), true);
        this.connections = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(8)
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(database.jdbcUrl())
                                .principal(new NamePrincipal(database.user()))
                                .credential(new SimplePassword(database.password())))));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    /** A new installation in this folder, without any process; skips the test where nothing has been packaged. */
    public static BuiltProduct in(Path folder) throws SQLException, IOException {
        Assumptions.assumeTrue(
                Files.isReadable(JAR), () -> JAR + " is absent: build it with mvn package -DskipTests first");
        return new BuiltProduct(folder);
    }

    /** What processes that are started from now on may hold, as {@code 2g}; the worker that is kept has a heap of its own. */
    public void heaps(String each, String keptWorker) {
        heap = "-Xmx" + each;
        workerOptions = "-Xmx" + keptWorker;
    }

    /** A variable in the environment of processes that are started from now on. */
    public void setting(String variable, String value) {
        settings.put(variable, value);
    }

    /** Starts a command of the program; what it says goes to a file in the folder. */
    public Process start(String name, String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                heap,
                "-jar",
                JAR.toAbsolutePath().toString()));
        words.addAll(List.of(command));
        words.addAll(List.of("--data", folder.resolve(name).toString()));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()));
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", database.user());
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        builder.environment().put("DOUBTLESS_WORKER_OPTIONS", workerOptions);
        builder.environment().putAll(settings);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** Starts the web server with these options and waits until it answers. */
    public Process serve(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("serve", "--port", Integer.toString(port)));
        command.addAll(List.of(options));
        Process web = start("web", command.toArray(String[]::new));
        HttpClient client = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && web.isAlive()) {
            try {
                HttpRequest ready =
                        HttpRequest.newBuilder(uri().resolve("/q/health/ready")).build();
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return web;
                }
            } catch (IOException e) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        throw new IllegalStateException("The web server did not start; see " + folder.resolve("web.log"));
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public AgroalDataSource database() {
        return connections;
    }

    public Sql sql() {
        return new Sql(connections);
    }

    public TestPeople people() {
        return new TestPeople(sql());
    }

    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
        started.forEach(process -> process.onExit().join());
        connections.close();
        database.stopIfLast();
    }
}
