package org.doubtless.account;

/** Fired when an account or its tokens changed, so that nothing goes on by what was true before. */
record AccountChanged(AccountId account) {}
