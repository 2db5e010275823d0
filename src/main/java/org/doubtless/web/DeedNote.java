package org.doubtless.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What an endpoint adds to the record of its deed, because its address does not tell. Only words and ids: never a
 * password, a token or what an image shows.
 */
@RequestScoped
public class DeedNote {
    private static final int MOST = 200;

    private final Map<String, String> notes = new LinkedHashMap<>();
    private Long account;

    public void put(String name, Object value) {
        // What the database cannot hold would keep the whole record out of the log.
        String words = String.valueOf(value).replace('\0', '\ufffd');
        notes.put(name, words.length() > MOST ? words.substring(0, MOST) + "…" : words);
    }

    /** What something was and is now, where the two differ; never a secret. */
    public void changed(String name, Object old, Object now) {
        if (!Objects.equals(old, now)) {
            put(name, word(old) + " → " + word(now));
        }
    }

    private static String word(Object value) {
        return value == null ? "–" : value.toString();
    }

    /** Who was signed in by this very deed. */
    public void signedIn(long id) {
        account = id;
    }

    public Map<String, String> notes() {
        return Collections.unmodifiableMap(notes);
    }

    /** Null unless the deed signed somebody in. */
    public Long account() {
        return account;
    }
}
