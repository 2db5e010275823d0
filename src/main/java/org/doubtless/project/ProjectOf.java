package org.doubtless.project;

import java.util.Optional;
import org.doubtless.account.SignedIn;

/**
 * Tells to which project a thing in a path belongs, so that {@link AccessFilter} can ask who is what there. Each bean of
 * this type answers for one path parameter; {@code {p}}, the project itself, needs none.
 */
public interface ProjectOf {
    /** The name of the path parameter, for instance {@code i}. */
    String parameter();

    /** The word for the thing, for instance {@code image}. */
    String thing();

    /** Empty when there is no such thing, or when it belongs to no project. */
    Optional<ProjectId> of(String value);

    /** Whether this is a thing that belongs to no project, and the caller may use it. */
    default boolean isFreeTo(SignedIn caller, String value) {
        return false;
    }
}
