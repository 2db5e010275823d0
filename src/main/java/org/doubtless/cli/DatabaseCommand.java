package org.doubtless.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.doubtless.web.Problem;
import picocli.CommandLine.Mixin;

/** A command that needs the database but serves nothing: it runs beside a server on the same data folder. */
abstract class DatabaseCommand {
    @Mixin
    private DataFolder data;

    /** Runs the application only for this work, and says nothing but what went wrong. */
    int run(Class<? extends QuarkusApplication> work, String... arguments) {
        System.setProperty("quarkus.log.level", "WARN");
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("doubtless.worker.enabled", "false");
        data.prepare();
        AtomicInteger status = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Quarkus.run(
                work,
                (code, thrown) -> {
                    status.set(code);
                    failure.set(thrown);
                },
                arguments);
        if (failure.get() instanceof Problem problem) {
            throw problem;
        }
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get().getMessage(), failure.get());
        }
        return status.get();
    }
}
