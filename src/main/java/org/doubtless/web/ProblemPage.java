package org.doubtless.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;

/** The page that says to a person what a {@link Problem} says to a program. */
@ApplicationScoped
class ProblemPage {
    private final Template template;

    ProblemPage(@Location("web/problem") Template template) {
        this.template = template;
    }

    String render(Problem problem) {
        return template.data("problem", problem).render();
    }
}
