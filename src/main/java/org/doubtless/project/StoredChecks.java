package org.doubtless.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The columns of a project's {@link Checks}. */
@Embeddable
class StoredChecks {
    @Column(name = "gold_share")
    private double goldShare;

    @Column(name = "repeat_share")
    private double repeatShare;

    @Column(name = "repeat_after")
    private int repeatAfter;

    Checks checks() {
        return new Checks(goldShare, repeatShare, repeatAfter);
    }

    void change(Checks to) {
        goldShare = to.goldShare();
        repeatShare = to.repeatShare();
        repeatAfter = to.repeatAfter();
    }
}
