package org.doubtless.audit;

import org.jboss.resteasy.reactive.RestQuery;

/** What of the log is asked for, as the address says it. */
public class DeedQuery {
    @RestQuery
    String person;

    @RestQuery
    String project;

    @RestQuery
    String deed;

    @RestQuery
    String from;

    @RestQuery
    String until;

    @RestQuery
    String before;
}
