package org.doubtless.audit;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectOf;

/** Tells what the parameters of a path name. */
@ApplicationScoped
class NameThings {
    private static final String PROJECT = "p";
    private static final Map<String, String> WORDS = Map.of("t", "token", "number", "model");
    private static final int LONGEST = 100;

    private final List<ProjectOf> finders;

    NameThings(@All List<ProjectOf> finders) {
        this.finders = finders;
    }

    /** Null where the path names nothing of a project. */
    ProjectId project(MultivaluedMap<String, String> path) {
        if (path.containsKey(PROJECT)) {
            return ProjectId.fromString(path.getFirst(PROJECT));
        }
        return finders.stream()
                .filter(finder -> path.containsKey(finder.parameter()))
                .map(finder -> finder.of(path.getFirst(finder.parameter())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    Map<String, String> things(MultivaluedMap<String, String> path) {
        Map<String, String> things = new TreeMap<>();
        for (String parameter : path.keySet()) {
            if (!parameter.equals(PROJECT)) {
                String value = path.getFirst(parameter);
                things.put(word(parameter), value.substring(0, Math.min(LONGEST, value.length())));
            }
        }
        return things;
    }

    private String word(String parameter) {
        return finders.stream()
                .filter(finder -> finder.parameter().equals(parameter))
                .map(ProjectOf::thing)
                .findFirst()
                .orElse(WORDS.getOrDefault(parameter, parameter));
    }
}
