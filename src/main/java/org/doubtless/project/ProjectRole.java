package org.doubtless.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.doubtless.web.Problem;

/** What a member may do in a project; each role includes those below it. */
public enum ProjectRole {
    LEAD,
    ANNOTATOR,
    VIEWER;

    public boolean includes(ProjectRole other) {
        return compareTo(other) <= 0;
    }

    /** The word used in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ProjectRole of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "unknown_role",
                        "'%s' is not a role. Give one of: %s."
                                .formatted(
                                        word,
                                        Arrays.stream(values())
                                                .map(ProjectRole::word)
                                                .collect(Collectors.joining(", ")))));
    }
}
