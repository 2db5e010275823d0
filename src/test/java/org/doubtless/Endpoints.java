package org.doubtless;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every endpoint of the product, found in its classes. */
final class Endpoints {
    private Endpoints() {}

    /** An endpoint: its HTTP method, the template of its path, and the Java method behind it. */
    record Endpoint(String verb, String path, JavaMethod method) {
        boolean isApi() {
            return path.startsWith("/api/");
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    static List<Endpoint> in(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream().flatMap(method -> verb(method).stream()
                        .map(verb -> new Endpoint(verb, path(type, method), method))))
                .sorted(Comparator.comparing(Endpoint::toString))
                .toList();
    }

    static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().tryGetAnnotationOfType(HttpMethod.class))
                .flatMap(Optional::stream)
                .map(HttpMethod::value)
                .findFirst();
    }

    /** The media type of the body that it takes, where it states one. */
    static Optional<String> consumes(JavaMethod method) {
        return method.tryGetAnnotationOfType(Consumes.class)
                .or(() -> method.getOwner().tryGetAnnotationOfType(Consumes.class))
                .map(consumes -> consumes.value()[0]);
    }

    private static String path(JavaClass type, JavaMethod method) {
        String own = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        return ("/" + type.getAnnotationOfType(Path.class).value() + "/" + own)
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
    }
}
