package org.doubtless.account;

/** What others may see of an account. */
public record Person(AccountId id, String name, String email) {}
