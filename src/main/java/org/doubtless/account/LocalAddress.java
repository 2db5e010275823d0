package org.doubtless.account;

import java.net.URI;
import java.net.URISyntaxException;

/** Where to go after signing in: a path of this site, whatever the form says. */
record LocalAddress(String path) {
    private static final String HOME = "/projects";

    LocalAddress {
        boolean local = path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c))
                && isUri(path);
        path = local ? path : HOME;
    }

    URI uri() {
        return URI.create(path);
    }

    private static boolean isUri(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
