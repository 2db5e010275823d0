package org.doubtless.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.MDC;

/**
 * Ids that every line of the log carries until this is closed: each by its name, for JSON, and all together as {@code ids},
 * for people. Numbers of rows and requests only: what names or admits somebody never gets into a log.
 */
public final class LogIds implements AutoCloseable {
    private static final String ALL = "ids";

    private final List<String> names;

    private LogIds(List<String> names) {
        this.names = names;
    }

    /** @param ids name → id, in the order in which they are shown; null where there is none */
    public static LogIds put(Map<String, Object> ids) {
        List<String> names = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        ids.forEach((name, id) -> {
            if (id != null) {
                names.add(name);
                MDC.put(name, id.toString());
                all.append(all.isEmpty() ? "" : " ").append(name).append('=').append(id);
            }
        });
        if (!names.isEmpty()) {
            MDC.put(ALL, all.append(": ").toString());
            names.add(ALL);
        }
        return new LogIds(names);
    }

    @Override
    public void close() {
        names.forEach(MDC::remove);
    }
}
