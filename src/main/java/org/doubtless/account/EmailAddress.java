package org.doubtless.account;

import java.util.Locale;
import java.util.regex.Pattern;
import org.doubtless.web.Problem;

/** An e-mail address in lower case: the name by which a person signs in. */
public record EmailAddress(String text) {
    private static final int MAX_LENGTH = 254;
    private static final Pattern SHAPE = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

    public EmailAddress {
        text = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (text.length() > MAX_LENGTH || !SHAPE.matcher(text).matches()) {
            throw Problem.badRequest(
                    "email",
                    "'%s' is not an e-mail address. Give one such as ada@example.org."
                            .formatted(text.length() > 80 ? text.substring(0, 80) + "…" : text));
        }
    }

    /** The part before the @: what a person is called who gave no name. */
    String localPart() {
        return text.substring(0, text.indexOf('@'));
    }

    @Override
    public String toString() {
        return text;
    }
}
