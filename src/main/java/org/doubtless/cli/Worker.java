package org.doubtless.cli;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "worker", description = "Takes background jobs, without a web server.")
final class Worker implements Callable<Integer> {
    @Mixin
    private DataFolder data;

    @Option(names = "--until-input-ends", hidden = true, description = "Ends with whoever holds its input: serve.")
    private boolean untilInputEnds;

    @Override
    public Integer call() {
        if (untilInputEnds) {
            EndWithInput.watch(System.in);
            DataFolder.setUnlessConfigured("quarkus.log.console.format", "%d{HH:mm:ss} %-5p worker [%c{2.}] %s%e%n");
            // Whoever started it has just done both.
            System.setProperty("quarkus.flyway.migrate-at-start", "false");
            System.setProperty("quarkus.hibernate-orm.schema-management.strategy", "none");
        }
        data.prepare();
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("doubtless.worker.enabled", "true");
        Quarkus.run();
        return 0;
    }
}
