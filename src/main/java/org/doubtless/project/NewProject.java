package org.doubtless.project;

import java.util.List;
import org.doubtless.web.OneLine;

/** A project to create. */
public record NewProject(String name, ClassNames classes, ProjectSettings settings, long seed, boolean demo) {
    static final String CLASSIFICATION = "classification";
    private static final int MAX_NAME = 200;

    public NewProject {
        name = checkedName(name);
    }

    public static NewProject of(String name, List<String> classes, ProjectSettings settings, long seed) {
        return new NewProject(name, new ClassNames(classes), settings, seed, false);
    }

    public NewProject asDemo() {
        return new NewProject(name, classes, settings, seed, true);
    }

    static String checkedName(String name) {
        return OneLine.of("The project's name", name, MAX_NAME);
    }
}
