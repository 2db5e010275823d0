package org.doubtless.project;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doubtless.web.OneLine;
import org.doubtless.web.Problem;

/** The names of all classes of one project, checked together: no blank, no two alike, between 2 and 1000. */
public record ClassNames(List<String> names) {
    private static final int MIN = 2;
    private static final int MAX = 1000;
    private static final int MAX_LENGTH = 200;

    public ClassNames {
        if (names == null || names.size() < MIN) {
            throw Problem.badRequest(
                    "too_few_classes",
                    "The project has %d classes; it needs at least %d to choose between."
                            .formatted(names == null ? 0 : names.size(), MIN));
        }
        if (names.size() > MAX) {
            throw Problem.badRequest(
                    "too_many_classes", "The project has %d classes; at most %d fit.".formatted(names.size(), MAX));
        }
        names = names.stream()
                .map(name -> OneLine.of("A class name", name, MAX_LENGTH))
                .toList();
        Map<String, String> seen = new HashMap<>();
        for (String name : names) {
            String twin = seen.put(name.toLowerCase(Locale.ROOT), name);
            if (twin != null) {
                throw Problem.badRequest(
                        "duplicate_class",
                        "The classes '%s' and '%s' are the same but for capital letters. Name each class once."
                                .formatted(twin, name));
            }
        }
    }
}
