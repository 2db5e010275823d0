package org.doubtless.project;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.doubtless.account.AccountId;

@ApplicationScoped
class ProjectRepository implements PanacheRepository<Project> {
    boolean isNameTaken(String name) {
        return count("lower(name) = ?1", name.toLowerCase(Locale.ROOT)) > 0;
    }

    List<Project> all() {
        return list("order by lower(name), id");
    }

    List<Project> ofMember(AccountId account) {
        return list(
                "id in (select m.key.projectId from Membership m where m.key.accountId = ?1) order by lower(name), id",
                account.value());
    }

    boolean hasImages(ProjectId id) {
        return (boolean) getEntityManager()
                .createNativeQuery("select exists (select from image where project_id = ?1)")
                .setParameter(1, id.value())
                .getSingleResult();
    }
}
