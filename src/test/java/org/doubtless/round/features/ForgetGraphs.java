package org.doubtless.round.features;

import jakarta.enterprise.context.ApplicationScoped;

/** Empties the memory of graphs, as a restart does. */
@ApplicationScoped
public class ForgetGraphs {
    private final PreparePool preparePool;

    ForgetGraphs(PreparePool preparePool) {
        this.preparePool = preparePool;
    }

    public void forget() {
        preparePool.forgetGraphs();
    }
}
