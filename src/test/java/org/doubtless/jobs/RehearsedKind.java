package org.doubtless.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;

/** Work that ends as a test has told it to, one run after the other, and well once it has been told no more. */
@ApplicationScoped
class RehearsedKind implements JobKind {
    static final String KIND = "rehearsed";

    private final Map<String, Deque<Function<JobRun, Throwable>>> endings = new ConcurrentHashMap<>();

    @SafeVarargs
    final NewJob job(String name, Function<JobRun, Throwable>... ends) {
        Deque<Function<JobRun, Throwable>> inTurn = new ConcurrentLinkedDeque<>();
        for (Function<JobRun, Throwable> end : ends) {
            inTurn.add(end);
        }
        endings.put(name, inTurn);
        return new NewJob(KIND, "Rehearsal of " + name, null, null, Map.of("name", name));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws Exception {
        run.stage("The only stage");
        Function<JobRun, Throwable> end =
                endings.get((String) run.parameters().get("name")).poll();
        Throwable failure = end == null ? null : end.apply(run);
        if (failure != null) {
            throw thrown(failure);
        }
    }

    private static Exception thrown(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        return (Exception) failure;
    }
}
