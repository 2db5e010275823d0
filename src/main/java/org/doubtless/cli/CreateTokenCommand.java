package org.doubtless.cli;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.doubtless.account.CreateToken;
import org.doubtless.account.EmailAddress;
import org.doubtless.audit.RecordCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "create-token", description = "Creates an API token and prints it; it cannot be shown again.")
final class CreateTokenCommand extends DatabaseCommand implements Callable<Integer> {
    @Option(names = "--email", required = true, description = "The account that the token acts as.")
    private String email;

    @Option(
            names = "--name",
            defaultValue = "command line",
            description = "What the token is for (default: ${DEFAULT-VALUE}).")
    private String name;

    @Override
    public Integer call() {
        return run(Work.class, new EmailAddress(email).text(), name);
    }

    /** The part that runs in the application. */
    static final class Work implements QuarkusApplication {
        private final CreateToken createToken;
        private final RecordCommand record;

        Work(CreateToken createToken, RecordCommand record) {
            this.createToken = createToken;
            this.record = record;
        }

        @Override
        public int run(String... arguments) throws IOException, SQLException {
            String secret = record.record(RecordCommand.Command.CREATE_TOKEN, null, note -> {
                CreateToken.Created made = createToken.create(new EmailAddress(arguments[0]), arguments[1]);
                note.put("token", made.id());
                note.put("name", made.name());
                return made.secret();
            });
            System.out.println(secret);
            return 0;
        }
    }
}
