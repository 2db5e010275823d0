package org.doubtless.annotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/** An annotation as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnnotationView(
        long id,
        long image,
        String outcome,
        String label,
        String note,
        String clientKey,
        Integer milliseconds,
        boolean late,
        String shown,
        Long withdraws,
        Instant createdAt) {}
