package org.doubtless.audit;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The name of an endpoint: its HTTP method and the template of its path. */
final class EndpointName {
    private static final Map<Method, String> PATHS = new ConcurrentHashMap<>();

    private EndpointName() {}

    static String of(String verb, Method method) {
        return verb + " " + PATHS.computeIfAbsent(method, EndpointName::path);
    }

    private static String path(Method method) {
        String own = method.isAnnotationPresent(Path.class)
                ? method.getAnnotation(Path.class).value()
                : "";
        String base = method.getDeclaringClass().getAnnotation(Path.class).value();
        return ("/" + base + "/" + own).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }
}
