package org.doubtless.cli;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "worker", description = "Takes background jobs, without a web server.")
final class Worker implements Callable<Integer> {
    @Mixin
    private DataFolder data;

    @Override
    public Integer call() {
        data.prepare();
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("doubtless.worker.enabled", "true");
        Quarkus.run();
        return 0;
    }
}
