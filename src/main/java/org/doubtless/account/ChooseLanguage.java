package org.doubtless.account;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.doubtless.web.Language;
import org.doubtless.web.PageLanguage;

/** Keeps the language that somebody chose: in this browser, and with the account for every other one. */
@ApplicationScoped
class ChooseLanguage {
    private final AccountRepository accounts;
    private final PageLanguage pages;
    private final SignedIn signedIn;

    ChooseLanguage(AccountRepository accounts, PageLanguage pages, SignedIn signedIn) {
        this.accounts = accounts;
        this.pages = pages;
        this.signedIn = signedIn;
    }

    @Transactional
    void choose(Language language, RoutingContext request) {
        pages.keep(language, request);
        if (signedIn.present()) {
            accounts.get(signedIn.id()).read(language);
        }
    }

    /** Whoever signs in finds the language that they chose elsewhere. */
    @Transactional
    void recall(AccountId account, RoutingContext request) {
        accounts.get(account).language().ifPresent(language -> pages.keep(language, request));
    }
}
