package org.doubtless.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The columns of a project's {@link Overlap}. */
@Embeddable
class StoredOverlap {
    @Column(name = "overlap")
    private int readers;

    @Column(name = "overlap_for")
    private String images;

    @Column(name = "overlap_share")
    private double share;

    @Column(name = "overlap_doubt")
    private double dataDoubt;

    Overlap overlap() {
        return new Overlap(readers, Overlap.For.of(images), share, dataDoubt);
    }

    void change(Overlap to) {
        readers = to.readers();
        images = to.images().word();
        share = to.share();
        dataDoubt = to.dataDoubt();
    }
}
