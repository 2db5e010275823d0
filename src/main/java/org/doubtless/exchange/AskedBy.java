package org.doubtless.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Who asked for an export; whoever runs a command beside the server has no account. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedBy(Long account, String name) {
    public static final AskedBy COMMAND_LINE = new AskedBy(null, "command line");

    /** As far as people are named in the export. */
    AskedBy shown(ExportChoice choice) {
        return choice.people() || account == null ? this : new AskedBy(account, null);
    }
}
