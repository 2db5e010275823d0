package org.doubtless.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.doubtless.project.ProjectId;
import org.doubtless.web.DeedNote;
import org.doubtless.web.Problem;

/** Keeps a record of what is done with a command on the server, as of what is done by an address: before, and how it ended. */
@ApplicationScoped
public class RecordCommand {
    private static final int DONE = 200;
    private static final int FAILED = 500;

    private final KeepDeeds keep;

    RecordCommand(KeepDeeds keep) {
        this.keep = keep;
    }

    /** A command that does something, by its name. */
    public enum Command {
        CREATE_ACCOUNT("create-account", Deed.ACCOUNT_CREATED),
        CREATE_TOKEN("create-token", Deed.TOKEN_CREATED),
        IMPORT("import", Deed.IMAGES_SENT),
        EXPORT("export", Deed.EXPORTED);

        private final String word;
        private final Deed deed;

        Command(String word, Deed deed) {
            this.word = word;
            this.deed = deed;
        }
    }

    /** What a command does, which may note of it what the log shall say. */
    public interface Work<T> {
        T run(DeedNote note) throws IOException, SQLException;
    }

    /** @param project null for a deed in no project */
    public <T> T record(Command command, ProjectId project, Work<T> work) throws IOException, SQLException {
        long deed = keep.begin(new NewDeed(
                null,
                false,
                command.deed.word(),
                project,
                Map.of("command", command.word, "user", System.getProperty("user.name"))));
        DeedNote note = new DeedNote();
        int status = FAILED;
        try {
            T result = work.run(note);
            status = DONE;
            return result;
        } catch (Problem problem) {
            status = problem.status();
            throw problem;
        } finally {
            keep.end(deed, status, note);
        }
    }
}
