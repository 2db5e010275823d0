package org.doubtless.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.doubtless.web.Problem;

@ApplicationScoped
class AccountRepository implements PanacheRepository<Account> {
    /** Any number, the same for all who change which accounts there are. */
    private static final long LOCK = 7_316_001;

    Account get(AccountId id) {
        return findByIdOptional(id.value())
                .orElseThrow(() -> Problem.notFound("account", id, "GET /api/accounts lists those there are."));
    }

    Optional<Account> ofEmail(EmailAddress email) {
        return find("email", email.text()).firstResultOptional();
    }

    List<Account> byName() {
        return list("order by lower(name), id");
    }

    /** Makes the others wait who would also add, deactivate or demote, until this transaction ends. */
    void lock() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(" + LOCK + ")")
                .getSingleResult();
    }

    boolean isOnlyActiveAdministrator(Account account) {
        return account.isActiveAdministrator()
                && count("active and administrator and id <> ?1", account.id().value()) == 0;
    }
}
