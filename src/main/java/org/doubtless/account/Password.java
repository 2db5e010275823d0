package org.doubtless.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.nio.charset.StandardCharsets;
import org.doubtless.web.Problem;

/** A password that somebody chooses; never stored, never printed. */
public record Password(String text) {
    private static final int MIN_LENGTH = 10;
    /** bcrypt looks at no more. */
    private static final int MAX_BYTES = 72;
    /** 2^12 turns, some 0.3 s a guess. */
    private static final int COST = 12;

    public Password {
        if (text == null || text.codePointCount(0, text.length()) < MIN_LENGTH) {
            throw Problem.badRequest(
                    "password_too_short",
                    "The password has fewer than %d characters. Choose a longer one; a few words in a row are easy to keep in mind."
                            .formatted(MIN_LENGTH));
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES || text.indexOf('\0') >= 0) {
            throw Problem.badRequest(
                    "password_too_long",
                    "The password is longer than %d bytes. Choose a shorter one.".formatted(MAX_BYTES));
        }
    }

    String hash() {
        return BcryptUtil.bcryptHash(text, COST);
    }

    /** Whether somebody typed the password of this hash; what was typed need not be one that could be chosen. */
    static boolean matches(String typed, String hash) {
        return BcryptUtil.matches(typed, hash);
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
