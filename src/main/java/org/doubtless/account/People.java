package org.doubtless.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who there is, for the other features. */
@ApplicationScoped
public class People {
    private final AccountRepository accounts;

    People(AccountRepository accounts) {
        this.accounts = accounts;
    }

    public Optional<Person> find(AccountId id) {
        return accounts.findByIdOptional(id.value()).map(Account::person);
    }

    public Optional<Person> find(EmailAddress email) {
        return accounts.ofEmail(email).map(Account::person);
    }

    /** Those of these ids that there are. */
    public Map<AccountId, Person> find(Collection<AccountId> ids) {
        List<Long> values = ids.stream().map(AccountId::value).distinct().toList();
        return values.isEmpty()
                ? Map.of()
                : accounts.list("id in ?1", values).stream()
                        .map(Account::person)
                        .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** The active administrator of longest standing: on whose behalf the program itself makes things. */
    public Optional<Person> firstAdministrator() {
        return accounts.find("active and administrator order by id")
                .firstResultOptional()
                .map(Account::person);
    }
}
