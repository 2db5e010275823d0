package org.doubtless.account;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** What the session cookie says, encrypted: the account and the stamp of its password, so that a new one ends it. */
record Session(AccountId account, String stamp) {
    private static final int STAMP_BYTES = 12;

    static Session of(AccountId account, String passwordHash) {
        byte[] digest = Sha256.of(passwordHash.getBytes(StandardCharsets.UTF_8));
        return new Session(account, HexFormat.of().formatHex(digest, 0, STAMP_BYTES));
    }

    static Optional<Session> parse(String words) {
        int dot = words.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.of(new Session(AccountId.fromString(words.substring(0, dot)), words.substring(dot + 1)));
    }

    String words() {
        return account + "." + stamp;
    }
}
