package org.doubtless.account;

import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The encrypted cookie that keeps a browser signed in; it holds the words of a {@link Session}. */
@ApplicationScoped
class SessionCookie {
    static final String NAME = "doubtless-session";
    /** Of not being used: a weekend and a few days more. */
    static final Duration LIFE = Duration.ofDays(7);

    private static final Duration RENEWAL = Duration.ofMinutes(10);

    private final PersistentLoginManager cookies;

    SessionCookie(@ConfigProperty(name = "quarkus.http.auth.session.encryption-key") String key) {
        this.cookies = new PersistentLoginManager(
                key, NAME, LIFE.toMillis(), RENEWAL.toMillis(), true, "STRICT", "/", LIFE.toSeconds(), null);
    }

    void begin(Session session, RoutingContext request) {
        cookies.save(session.words(), request, NAME, null, request.request().isSSL());
    }

    /** A session that the request brings, to be checked by the caller and then kept by {@link #keep}. */
    Optional<PersistentLoginManager.RestoreResult> of(RoutingContext request) {
        return Optional.ofNullable(cookies.restore(request));
    }

    /** Lengthens the session's life, at most once in {@link #RENEWAL}. */
    void keep(PersistentLoginManager.RestoreResult session, RoutingContext request) {
        cookies.save(
                session.getPrincipal(),
                request,
                NAME,
                session,
                request.request().isSSL());
    }

    void end(RoutingContext request) {
        request.response()
                .addCookie(Cookie.cookie(NAME, "")
                        .setMaxAge(0)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.STRICT)
                        .setSecure(request.request().isSSL()));
    }
}
