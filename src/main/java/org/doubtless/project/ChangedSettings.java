package org.doubtless.project;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.doubtless.web.DeedNote;

/** What differs between two settings of a project, each by its name in the program: so none that is added later is forgotten. */
final class ChangedSettings {
    private ChangedSettings() {}

    /** Notes what each setting that differs was and is. */
    static void note(ProjectSettings old, ProjectSettings now, DeedNote note) {
        note(old, now, "", note);
    }

    private static void note(Record old, Record now, String prefix, DeedNote note) {
        for (RecordComponent component : now.getClass().getRecordComponents()) {
            Object before = value(component, old);
            Object after = value(component, now);
            String name = prefix + component.getName();
            if (before instanceof Record a && after instanceof Record b) {
                note(a, b, name + ".", note);
            } else if (!Objects.equals(before, after)) {
                note.changed(name, before, after);
            }
        }
    }

    private static Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Setting " + component.getName() + " cannot be read", e);
        }
    }
}
