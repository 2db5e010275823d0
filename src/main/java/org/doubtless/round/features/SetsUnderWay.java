package org.doubtless.round.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The feature sets that jobs of this process work on, and that so need no help from it. */
@ApplicationScoped
class SetsUnderWay {
    private final Set<Long> sets = ConcurrentHashMap.newKeySet();

    void enter(long set) {
        sets.add(set);
    }

    void leave(long set) {
        sets.remove(set);
    }

    boolean contains(long set) {
        return sets.contains(set);
    }
}
