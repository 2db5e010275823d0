package org.doubtless.demo;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.doubtless.account.AccountId;
import org.doubtless.account.CreateAccount;
import org.doubtless.account.EmailAddress;
import org.doubtless.account.NewAccount;
import org.doubtless.account.Password;
import org.doubtless.project.Members;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;

/** The account in whose name the oracle answers; nobody can sign in to it, because nobody knows its password. */
@ApplicationScoped
class OracleAccount {
    private static final String EMAIL = "oracle@demo.invalid";

    private final AgroalDataSource database;
    private final CreateAccount createAccount;
    private final Members members;

    OracleAccount(AgroalDataSource database, CreateAccount createAccount, Members members) {
        this.database = database;
        this.createAccount = createAccount;
        this.members = members;
    }

    /** The oracle, as an annotator of this project. */
    @Transactional
    AccountId of(ProjectId project) throws SQLException {
        Optional<AccountId> known = find();
        AccountId oracle = known.isPresent() ? known.get() : create();
        members.put(project, oracle, ProjectRole.ANNOTATOR);
        return oracle;
    }

    private Optional<AccountId> find() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select id from account where email = ?")) {
            query.setString(1, EMAIL);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new AccountId(row.getLong(1))) : Optional.empty();
            }
        }
    }

    private AccountId create() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return createAccount.create(new NewAccount(
                new EmailAddress(EMAIL), "Oracle", new Password(HexFormat.of().formatHex(secret)), false));
    }
}
