package org.doubtless.account;

/** Where to go after signing in: a path of this site, whatever the form says. */
record LocalAddress(String path) {
    private static final String HOME = "/projects";

    LocalAddress {
        boolean local = path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c));
        path = local ? path : HOME;
    }
}
