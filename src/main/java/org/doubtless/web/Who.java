package org.doubtless.web;

/** Who may call an endpoint; each includes those below it in this list. */
public enum Who {
    /** Everybody, signed in or not. */
    ANYONE,
    /** Any signed-in account. */
    SIGNED_IN,
    /** Members of the project in the path, in any role. */
    VIEWER,
    /** Annotators and leads of the project in the path. */
    ANNOTATOR,
    /** Leads of the project in the path. */
    LEAD,
    /** The administrators of the installation, who may also do all of the above. */
    ADMINISTRATOR
}
