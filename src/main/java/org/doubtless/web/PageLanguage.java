package org.doubtless.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;

/**
 * In which language a page is written: the one that this browser was told to keep, else the first of the browser's own
 * that there is, else English. Told in a cookie, because the pages before signing in know nobody's account.
 */
@ApplicationScoped
public class PageLanguage {
    public static final String COOKIE = "doubtless-language";

    private static final Duration LIFE = Duration.ofDays(400);

    private final CurrentVertxRequest current;

    PageLanguage(CurrentVertxRequest current) {
        this.current = current;
    }

    void everyPage(@Observes EngineBuilder pages) {
        pages.addTemplateInstanceInitializer(
                page -> page.setAttribute(TemplateInstance.LOCALE, ofRequest().locale()));
    }

    public Language ofRequest() {
        RoutingContext request = Arc.container().requestContext().isActive() ? current.getCurrent() : null;
        return request == null ? Language.EN : kept(request).orElseGet(() -> ofBrowser(request));
    }

    /** The texts of a bundle in that language. */
    public <T> T words(Class<T> bundle) {
        Language language = ofRequest();
        return language == Language.EN
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(language.code()));
    }

    public void keep(Language language, RoutingContext request) {
        request.response()
                .addCookie(Cookie.cookie(COOKIE, language.code())
                        .setMaxAge(LIFE.toSeconds())
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setSecure(request.request().isSSL()));
    }

    private static Optional<Language> kept(RoutingContext request) {
        Cookie cookie = request.request().getCookie(COOKIE);
        return Optional.ofNullable(cookie).map(Cookie::getValue).flatMap(Language::ofCode);
    }

    private static Language ofBrowser(RoutingContext request) {
        return request.acceptableLanguages().stream()
                .map(LanguageHeader::tag)
                .flatMap(tag -> Language.ofCode(tag).stream())
                .findFirst()
                .orElse(Language.EN);
    }
}
