package org.doubtless.account;

/** Fired in the transaction that makes the first account, the administrator's. */
public record InstallationSetUp(AccountId administrator) {}
