package org.doubtless.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The columns of a project's {@link AutomaticRule}. */
@Embeddable
class StoredRule {
    @Column(name = "automatic_labels")
    private boolean on;

    @Column(name = "most_wrong")
    private double mostWrong;

    @Column(name = "audit_share")
    private double auditShare;

    /** Since when this promise is made: the audit of another says nothing of it. Off and on again it is the same one. */
    @Column(name = "automatic_since")
    private Instant since;

    /** Why it stopped; a lead who switches it on or off has read that. */
    @Column(name = "automatic_stopped")
    private String stopped;

    AutomaticRule rule() {
        return new AutomaticRule(on, mostWrong, auditShare);
    }

    void change(AutomaticRule to, Instant now) {
        boolean otherPromise = since == null || mostWrong != to.mostWrong();
        if (otherPromise && to.on()) {
            since = now;
        }
        if (to.on() != on) {
            stopped = null;
        }
        on = to.on();
        mostWrong = to.mostWrong();
        auditShare = to.auditShare();
    }
}
