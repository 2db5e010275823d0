package org.doubtless.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.doubtless.account.AccountId;

/** An account's role in a project. */
@Entity
@Table(name = "membership")
class Membership {
    @EmbeddedId
    private Key key;

    private String role;

    @Embeddable
    record Key(
            @Column(name = "project_id") long projectId,
            @Column(name = "account_id") long accountId) {
        static Key of(ProjectId project, AccountId account) {
            return new Key(project.value(), account.value());
        }
    }

    protected Membership() {}

    Membership(ProjectId project, AccountId account, ProjectRole role) {
        this.key = Key.of(project, account);
        this.role = role.word();
    }

    void setRole(ProjectRole newRole) {
        role = newRole.word();
    }

    AccountId account() {
        return new AccountId(key.accountId());
    }

    ProjectId project() {
        return new ProjectId(key.projectId());
    }

    ProjectRole role() {
        return ProjectRole.of(role);
    }
}
