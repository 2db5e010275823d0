package org.doubtless.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import org.doubtless.web.Problem;

/** Who makes the current request, in the browser or with an API token. */
@RequestScoped
@Named("person")
public class SignedIn {
    /** The attribute of an identity that says whether it was shown by an API token. */
    static final String BY_TOKEN = "doubtless.by-token";

    private final SecurityIdentity identity;

    SignedIn(SecurityIdentity identity) {
        this.identity = identity;
    }

    public boolean present() {
        return account().isPresent();
    }

    public AccountId id() {
        return required().id();
    }

    public String email() {
        return required().email();
    }

    public String name() {
        return required().personName();
    }

    /** The one or two letters that stand for the person where there is no room for the name. */
    public String initials() {
        String[] words = name().strip().split("\\s+");
        String letters = first(words[0]) + (words.length > 1 ? first(words[words.length - 1]) : "");
        return letters.toUpperCase(Locale.ROOT);
    }

    private static String first(String word) {
        return new String(Character.toChars(word.codePointAt(0)));
    }

    /** Whether it is an administrator of the installation; false when nobody is signed in. */
    public boolean administrator() {
        return account().map(AccountPrincipal::administrator).orElse(false);
    }

    /** Whether it is a program that calls, with an API token. */
    public boolean byToken() {
        return Boolean.TRUE.equals(identity.getAttribute(BY_TOKEN));
    }

    private AccountPrincipal required() {
        return account().orElseThrow(() -> Problem.notSignedIn("Sign in, or send 'Authorization: Bearer <token>'."));
    }

    private Optional<AccountPrincipal> account() {
        return identity.getPrincipal() instanceof AccountPrincipal account ? Optional.of(account) : Optional.empty();
    }
}
