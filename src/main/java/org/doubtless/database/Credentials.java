package org.doubtless.database;

import java.nio.file.Path;

/** The embedded server's one role and its password, made by chance and readable by this system user only. */
record Credentials(String password) {
    static final String USER = "postgres";

    static Credentials in(Path folder) {
        return new Credentials(PrivateFiles.secret(folder.resolve("password")));
    }
}
