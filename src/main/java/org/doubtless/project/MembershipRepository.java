package org.doubtless.project;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.doubtless.account.AccountId;

@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<Membership, Membership.Key> {
    Optional<Membership> of(ProjectId project, AccountId account) {
        return findByIdOptional(Membership.Key.of(project, account));
    }

    List<Membership> of(ProjectId project) {
        return list("key.projectId = ?1 order by key.accountId", project.value());
    }

    List<Membership> of(AccountId account) {
        return list("key.accountId", account.value());
    }

    /** Makes others wait who would also change this project's members, until this transaction ends. */
    void lock(ProjectId project) {
        getEntityManager()
                .createNativeQuery("select id from project where id = ?1 for update")
                .setParameter(1, project.value())
                .getResultList();
    }
}
