package org.doubtless.jobs.worker;

import com.sun.management.OperatingSystemMXBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts a worker as a process of the same program, on the same database and data folder. */
@ApplicationScoped
class WorkerCommand {
    private static final long MEGABYTE = 1L << 20;
    // A pool of a million images needs 3 GB; a quarter of the machine is the web server's, the rest the database's.
    private static final long MOST_HEAP = 4096;
    private static final long LEAST_HEAP = 512;
    /** Where a machine runs out of memory, its kernel ends this process before the web server and the database. */
    private static final String EXPENDABLE = "500";

    private static final Map<String, String> DATABASE = Map.of(
            "quarkus.datasource.jdbc.url", "QUARKUS_DATASOURCE_JDBC_URL",
            "quarkus.datasource.username", "QUARKUS_DATASOURCE_USERNAME",
            "quarkus.datasource.password", "QUARKUS_DATASOURCE_PASSWORD");

    /** Threads of the deep-learning engine that wait sleep, so that others have the processors meanwhile. */
    private static final Map<String, String> ENGINE = Map.of("OMP_WAIT_POLICY", "passive", "GOMP_SPINCOUNT", "0");

    private final WorkerConfig config;
    private final Path data;

    WorkerCommand(WorkerConfig config, @ConfigProperty(name = "doubtless.data", defaultValue = ".") Path data) {
        this.config = config;
        this.data = data;
    }

    /** Starts it; it ends by itself when its input does, which is when this process ends, however. */
    Process start() throws IOException {
        long memory = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        List<String> words = new ArrayList<>(Niceness.words(config.nice(), System.getenv("PATH")));
        words.addAll(words(ManagementFactory.getRuntimeMXBean().getInputArguments(), memory));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        DATABASE.forEach((property, variable) -> {
            String value = System.getProperty(property);
            if (value != null) {
                builder.environment().put(variable, value);
            }
        });
        ENGINE.forEach(builder.environment()::putIfAbsent);
        Process process = builder.start();
        makeExpendable(process);
        return process;
    }

    /**
     * @param own what this process was started with; its heap is its own affair, its settings are not
     * @param memory of the machine, in bytes
     */
    List<String> words(List<String> own, long memory) {
        long heap = Math.max(LEAST_HEAP, Math.min(MOST_HEAP, memory / 2 / MEGABYTE));
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:ErrorFile=" + data.resolve("worker-crash-%p.log")));
        own.stream().filter(WorkerCommand::isSetting).forEach(words::add);
        config.options()
                .map(options -> Stream.of(options.strip().split("\\s+")))
                .ifPresent(options -> options.forEach(words::add));
        words.addAll(List.of(
                "-jar",
                new File(System.getProperty("java.class.path")).getAbsolutePath(),
                "worker",
                "--until-input-ends",
                "--data",
                data.toString()));
        return words;
    }

    private static boolean isSetting(String option) {
        return option.startsWith("--") || option.startsWith("-D") && !option.startsWith("-Dcom.sun.management");
    }

    private static void makeExpendable(Process process) {
        Path score = Path.of("/proc", Long.toString(process.pid()), "oom_score_adj");
        if (Files.isWritable(score)) {
            try {
                Files.writeString(score, EXPENDABLE);
            } catch (IOException e) {
                // It is gone already, which whoever waits for it will see.
            }
        }
    }
}
