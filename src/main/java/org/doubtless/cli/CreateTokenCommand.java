package org.doubtless.cli;

import io.quarkus.runtime.QuarkusApplication;
import java.util.concurrent.Callable;
import org.doubtless.account.CreateToken;
import org.doubtless.account.EmailAddress;
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

        Work(CreateToken createToken) {
            this.createToken = createToken;
        }

        @Override
        public int run(String... arguments) {
            System.out.println(createToken
                    .create(new EmailAddress(arguments[0]), arguments[1])
                    .secret());
            return 0;
        }
    }
}
