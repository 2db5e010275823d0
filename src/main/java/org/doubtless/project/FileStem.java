package org.doubtless.project;

import java.util.Locale;

/** How the files of a project begin: its name, in letters that every header and every disk takes. */
public final class FileStem {
    private static final int LONGEST = 80;

    private FileStem() {}

    public static String of(Project project) {
        String plain = project.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("^-|-$", "");
        return cut.isEmpty() ? "project-" + project.id() : cut;
    }
}
