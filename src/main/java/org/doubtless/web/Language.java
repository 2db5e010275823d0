package org.doubtless.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which the pages can be read; its code is that of the message files. */
public enum Language {
    EN,
    ZH;

    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.forLanguageTag(code());
    }
}
