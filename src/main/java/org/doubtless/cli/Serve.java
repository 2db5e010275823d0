package org.doubtless.cli;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Runs the web server, and a worker in the same process.")
final class Serve implements Callable<Integer> {
    @Mixin
    private DataFolder data;

    @Option(names = "--port", description = "The port of the web server (default: 8080).")
    private Integer port;

    @Option(names = "--host", description = "The address to listen on (default: 127.0.0.1; 0.0.0.0 for all).")
    private String host;

    @Option(names = "--demo", description = "Makes the demo project at the first start.")
    private boolean demo;

    @Option(names = "--no-worker", description = "Leaves the background jobs to worker processes.")
    private boolean noWorker;

    @Override
    public Integer call() {
        data.prepare();
        if (port != null) {
            System.setProperty("quarkus.http.port", port.toString());
        }
        if (host != null) {
            System.setProperty("quarkus.http.host", host);
        }
        System.setProperty("doubtless.demo.at-start", Boolean.toString(demo));
        System.setProperty("doubtless.worker.enabled", Boolean.toString(!noWorker));
        System.setProperty("doubtless.announce", "true");
        Quarkus.run();
        return 0;
    }
}
