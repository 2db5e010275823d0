package org.doubtless.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.doubtless.web.Language;

/** Somebody who may sign in. */
@Entity
@Table(name = "account")
class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String email;
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean administrator;
    private boolean active;

    @Column(name = "created_at")
    private Instant createdAt;

    private String language;

    protected Account() {}

    Account(NewAccount request, String passwordHash, Instant now) {
        this.email = request.email().text();
        this.name = request.name();
        this.passwordHash = passwordHash;
        this.administrator = request.administrator();
        this.active = true;
        this.createdAt = now;
    }

    void rename(String newName) {
        name = newName;
    }

    /** Ends every session of the account: a session holds only while the password is the one it began with. */
    void changePassword(String newHash) {
        passwordHash = newHash;
    }

    void setActive(boolean newActive) {
        active = newActive;
    }

    void setAdministrator(boolean newAdministrator) {
        administrator = newAdministrator;
    }

    void read(Language newLanguage) {
        language = newLanguage.code();
    }

    /** Empty as long as none was chosen. */
    Optional<Language> language() {
        return Language.ofCode(language);
    }

    String passwordHash() {
        return passwordHash;
    }

    Session beginSession() {
        return Session.begin(id(), passwordHash);
    }

    /** Whether this is one of those who keep the installation from being locked. */
    boolean isActiveAdministrator() {
        return active && administrator;
    }

    AccountId id() {
        return new AccountId(id);
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    boolean administrator() {
        return administrator;
    }

    boolean active() {
        return active;
    }

    Instant createdAt() {
        return createdAt;
    }

    Person person() {
        return new Person(id(), name, email);
    }
}
