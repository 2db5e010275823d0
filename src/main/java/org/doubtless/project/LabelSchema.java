package org.doubtless.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doubtless.web.Problem;

/** A project's classes in their order; the position of a class is its column in the model's output. */
public final class LabelSchema {
    private static final int MOST_LISTED = 30;

    private final List<LabelClass> classes;
    private final Map<String, LabelClass> byName;
    private final Map<ClassId, LabelClass> byId;

    LabelSchema(List<LabelClass> classes) {
        this.classes = List.copyOf(classes);
        this.byName = classes.stream().collect(Collectors.toMap(LabelClass::name, Function.identity()));
        this.byId = classes.stream().collect(Collectors.toMap(LabelClass::id, Function.identity()));
    }

    public List<LabelClass> classes() {
        return classes;
    }

    public int size() {
        return classes.size();
    }

    /** The class of this name; another name is a problem that lists the valid ones. */
    public LabelClass named(String name) {
        LabelClass found = name == null ? null : byName.get(name.strip());
        if (found == null) {
            throw Problem.badRequest(
                    "unknown_label",
                    "'%s' is no class of this project. Its classes are: %s.".formatted(name, listed()));
        }
        return found;
    }

    /** The id of the class of this name; null where no name is given, as an address leaves it out or empty. */
    public ClassId idOrNone(String name) {
        return name == null || name.isEmpty() ? null : named(name).id();
    }

    public Optional<LabelClass> find(ClassId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public LabelClass get(ClassId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("Class " + id + " is not of this project"));
    }

    public int position(ClassId id) {
        return get(id).position();
    }

    private String listed() {
        String names = classes.stream().limit(MOST_LISTED).map(LabelClass::name).collect(Collectors.joining(", "));
        return classes.size() > MOST_LISTED ? names + ", … (" + classes.size() + " in all)" : names;
    }
}
