package org.doubtless.jobs;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class JobRepository implements PanacheRepository<Job> {
    /** The job, which nobody else changes until this transaction ends: a start and a cancel may come at once. */
    Optional<Job> lock(JobId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }
}
