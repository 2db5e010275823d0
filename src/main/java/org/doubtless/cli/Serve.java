package org.doubtless.cli;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.concurrent.Callable;
import org.doubtless.jobs.worker.KeepWorker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Runs the web server, and a worker as a process of its own.")
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

    @Option(
            names = "--worker-in-process",
            description = "Runs the worker inside the web server: less memory, but whatever ends one ends both.")
    private boolean workerInProcess;

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
        System.setProperty("doubtless.worker.enabled", Boolean.toString(!noWorker && inProcess()));
        System.setProperty("doubtless.announce", "true");
        if (noWorker || inProcess()) {
            Quarkus.run();
        } else {
            Quarkus.run(WebAndWorker.class);
        }
        return 0;
    }

    /** Only the packaged program can be started once more; while it is developed, all runs in one process. */
    private boolean inProcess() {
        return workerInProcess || LaunchMode.current() != LaunchMode.NORMAL;
    }

    /** The web server, which starts the worker once it is ready itself. */
    static final class WebAndWorker implements QuarkusApplication {
        private final KeepWorker keepWorker;

        WebAndWorker(KeepWorker keepWorker) {
            this.keepWorker = keepWorker;
        }

        @Override
        public int run(String... arguments) {
            keepWorker.keep();
            Quarkus.waitForExit();
            return 0;
        }
    }
}
