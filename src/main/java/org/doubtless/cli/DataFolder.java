package org.doubtless.cli;

import java.nio.file.Path;
import org.doubtless.database.EmbeddedDatabase;
import org.doubtless.database.PrivateFiles;
import picocli.CommandLine.Option;

/** The option that every command takes, and the settings that must stand before the application starts. */
final class DataFolder {
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String SESSION_KEY = "quarkus.http.auth.session.encryption-key";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the embedded database and the caches live (default: DOUBTLESS_DATA or ~/.doubtless).")
    private Path folder;

    /** Makes the folder, starts or attaches to the embedded database unless another is configured, sets the rest. */
    void prepare() {
        Path data = resolved();
        PrivateFiles.createFolder(data);
        setUnlessConfigured("doubtless.data", data.toString());
        setUnlessConfigured(SESSION_KEY, PrivateFiles.secret(data.resolve("session-key")));
        setUnlessConfigured("ai.djl.offline", "true");
        setUnlessConfigured("ai.djl.pytorch.num_threads", "1");
        setUnlessConfigured("java.awt.headless", "true");
        if (!configured(JDBC_URL)) {
            EmbeddedDatabase database = EmbeddedDatabase.startOrAttach(data.resolve("postgres"), true);
            System.setProperty(JDBC_URL, database.jdbcUrl());
            System.setProperty("quarkus.datasource.username", database.user());
            System.setProperty("quarkus.datasource.password", database.password());
            database.keepRunning();
            Runtime.getRuntime().addShutdownHook(new Thread(database::stopIfLast, "embedded-postgres-stop"));
        }
    }

    private Path resolved() {
        if (folder != null) {
            return folder.toAbsolutePath().normalize();
        }
        String named = System.getenv("DOUBTLESS_DATA");
        return (named != null && !named.isBlank()
                        ? Path.of(named)
                        : Path.of(System.getProperty("user.home"), ".doubtless"))
                .toAbsolutePath()
                .normalize();
    }

    static void setUnlessConfigured(String property, String value) {
        if (!configured(property)) {
            System.setProperty(property, value);
        }
    }

    private static boolean configured(String property) {
        String variable = property.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return System.getProperty(property) != null || System.getenv(variable) != null;
    }
}
