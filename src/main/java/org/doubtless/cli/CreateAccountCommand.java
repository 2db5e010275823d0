package org.doubtless.cli;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.doubtless.account.AccountId;
import org.doubtless.account.CreateAccount;
import org.doubtless.account.EmailAddress;
import org.doubtless.account.NewAccount;
import org.doubtless.account.Password;
import org.doubtless.audit.RecordCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "create-account", description = "Creates an account; its password is read from standard input.")
final class CreateAccountCommand extends DatabaseCommand implements Callable<Integer> {
    @Option(names = "--email", required = true, description = "The e-mail to sign in with.")
    private String email;

    @Option(names = "--name", defaultValue = "", description = "The person's name (default: the e-mail's first part).")
    private String name;

    @Option(names = "--admin", description = "Makes an administrator of the installation.")
    private boolean administrator;

    @Override
    public Integer call() {
        String checked = new EmailAddress(email).text();
        Password password = PasswordInput.read();
        return run(Work.class, checked, name, Boolean.toString(administrator), password.text());
    }

    /** The part that runs in the application; the arguments never leave this process. */
    static final class Work implements QuarkusApplication {
        private final CreateAccount createAccount;
        private final RecordCommand record;

        Work(CreateAccount createAccount, RecordCommand record) {
            this.createAccount = createAccount;
            this.record = record;
        }

        @Override
        public int run(String... arguments) throws IOException, SQLException {
            EmailAddress email = new EmailAddress(arguments[0]);
            boolean administrator = Boolean.parseBoolean(arguments[2]);
            AccountId id = record.record(RecordCommand.Command.CREATE_ACCOUNT, null, note -> {
                AccountId made = createAccount.create(
                        new NewAccount(email, arguments[1], new Password(arguments[3]), administrator));
                note.put("account", made);
                return made;
            });
            System.out.println(
                    "Account " + id + " created for " + email + (administrator ? ", an administrator." : "."));
            return 0;
        }
    }
}
