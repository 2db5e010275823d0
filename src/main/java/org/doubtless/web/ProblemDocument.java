package org.doubtless.web;

/** The body of an error answer (RFC 9457), plus {@code code} for programs to branch on. */
public record ProblemDocument(
        String type,
        @Sentence String title,
        int status,
        @Sentence String detail,
        String code) {}
