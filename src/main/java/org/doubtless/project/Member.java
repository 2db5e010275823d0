package org.doubtless.project;

import org.doubtless.account.Person;

/** Somebody who takes part in a project. */
public record Member(Person person, ProjectRole role) {}
