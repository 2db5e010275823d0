package org.doubtless.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The columns of a project's {@link Overlap} and {@link Thresholds}, and what the last publication found in the data. */
@Embeddable
class StoredRouting {
    // As they are where no model was published yet; the database's view has the same numbers.
    private static final double USUAL_MODEL = 0.12;
    private static final double USUAL_DATA = 0.25;

    @Column(name = "overlap")
    private int readers;

    @Column(name = "overlap_for")
    private String images;

    @Column(name = "overlap_share")
    private double share;

    @Column(name = "model_threshold")
    private Double model;

    @Column(name = "data_threshold")
    private Double data;

    @Column(name = "found_model_threshold", insertable = false, updatable = false)
    private Double foundModel;

    @Column(name = "found_data_threshold", insertable = false, updatable = false)
    private Double foundData;

    Overlap overlap() {
        return new Overlap(readers, Overlap.For.of(images), share);
    }

    Thresholds thresholds() {
        return new Thresholds(model, data);
    }

    void change(ProjectSettings to) {
        readers = to.overlap().readers();
        images = to.overlap().images().word();
        share = to.overlap().share();
        model = to.thresholds().model();
        data = to.thresholds().data();
    }

    /** Those that hold now: a lead's, else what the data say. */
    Thresholds inForce() {
        return new Thresholds(first(model, foundModel, USUAL_MODEL), first(data, foundData, USUAL_DATA));
    }

    private static Double first(Double lead, Double found, double usual) {
        return lead != null ? lead : found != null ? found : usual;
    }
}
