package org.doubtless.support;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;
import org.doubtless.account.AccountId;

/** Makes people quickly: straight into the database, all with one cheap password hash. */
@ApplicationScoped
public class TestPeople {
    private static final String HASH = BcryptUtil.bcryptHash(TestPerson.PASSWORD, 4);

    private final Sql sql;

    TestPeople(Sql sql) {
        this.sql = sql;
    }

    /** A new account; the name need not be unique. */
    public TestPerson person(String name) {
        return create(name, false);
    }

    public TestPerson administrator(String name) {
        return create(name, true);
    }

    /** Another token of the account. */
    public String token(AccountId account) {
        String token = "dbl_"
                + (UUID.randomUUID().toString() + UUID.randomUUID())
                        .replace("-", "")
                        .substring(0, 43);
        sql.update(
                "insert into api_token (account_id, name, hash, created_at) values (?, 'test', ?, now())",
                account.value(),
                sha256(token));
        return token;
    }

    private TestPerson create(String name, boolean administrator) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "-" + UUID.randomUUID() + "@example.org";
        AccountId id = new AccountId(sql.number(
                "insert into account (email, name, password_hash, administrator, created_at)"
                        + " values (?, ?, ?, ?, now()) returning id",
                email,
                name,
                HASH,
                administrator));
        return new TestPerson(id, email, token(id));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
