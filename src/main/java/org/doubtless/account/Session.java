package org.doubtless.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the session cookie says, encrypted.
 *
 * @param stamp of the password with which it began, so that a new one ends it
 * @param id drawn by chance, so that signing out ends this session and no other
 */
record Session(AccountId account, String stamp, String id) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int STAMP_BYTES = 12;
    private static final int ID_BYTES = 16;

    static Session begin(AccountId account, String passwordHash) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return new Session(account, stamp(passwordHash), HexFormat.of().formatHex(id));
    }

    static Optional<Session> parse(String words) {
        String[] parts = words.split("\\.", -1);
        return parts.length == 3
                ? Optional.of(new Session(AccountId.fromString(parts[0]), parts[1], parts[2]))
                : Optional.empty();
    }

    boolean beganWith(String passwordHash) {
        return stamp.equals(stamp(passwordHash));
    }

    String words() {
        return account + "." + stamp + "." + id;
    }

    private static String stamp(String passwordHash) {
        byte[] digest = Sha256.of(passwordHash.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, STAMP_BYTES);
    }
}
