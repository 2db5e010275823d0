package org.doubtless.account;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.doubtless.web.BearerCalls;
import org.doubtless.web.DatabaseProblem;
import org.doubtless.web.Problem;

/**
 * Tells who makes a request: a program by its bearer token, a browser by its session cookie, otherwise nobody. Asked
 * when an endpoint first needs to know. A token that does not hold is a problem; a session that does not hold any more
 * is nobody's.
 */
@ApplicationScoped
class RecogniseCaller implements HttpAuthenticationMechanism {
    private final FindAccount find;
    private final KnownAccounts known;
    private final SessionCookie sessions;
    private final BlockingSecurityExecutor blocking;

    RecogniseCaller(FindAccount find, KnownAccounts known, SessionCookie sessions, BlockingSecurityExecutor blocking) {
        this.find = find;
        this.known = known;
        this.sessions = sessions;
        this.blocking = blocking;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        boolean byToken = BearerCalls.isBearer(request.request().getHeader(HttpHeaders.AUTHORIZATION));
        return blocking.executeBlocking(() -> recognise(request)
                .<SecurityIdentity>map(account -> QuarkusSecurityIdentity.builder()
                        .setPrincipal(account)
                        .addAttribute(SignedIn.BY_TOKEN, byToken)
                        .build())
                .orElse(null));
    }

    private Optional<AccountPrincipal> recognise(RoutingContext request) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        try {
            return BearerCalls.isBearer(authorization)
                    ? Optional.of(byToken(BearerCalls.token(authorization)))
                    : bySession(request);
        } catch (SQLException e) {
            Problem problem = DatabaseProblem.in(e);
            throw problem != null ? problem : new IllegalStateException("The caller could not be looked up", e);
        }
    }

    private AccountPrincipal byToken(String token) throws SQLException {
        // Only the hash is kept in memory, too.
        String key = HexFormat.of().formatHex(ApiToken.hash(token));
        return known.account(key, () -> find.byToken(token))
                .orElseThrow(() -> Problem.notSignedIn("This API token is not known here: it is mistyped or revoked, or"
                        + " its account is not active. Make a new one on the page 'API tokens' or with"
                        + " 'create-token'."));
    }

    private Optional<AccountPrincipal> bySession(RoutingContext request) throws SQLException {
        Optional<PersistentLoginManager.RestoreResult> cookie = sessions.of(request);
        if (cookie.isEmpty()) {
            return Optional.empty();
        }
        Optional<AccountPrincipal> account = byWords(cookie.get().getPrincipal());
        if (account.isPresent()) {
            sessions.keep(cookie.get(), request);
        } else {
            sessions.end(request);
        }
        return account;
    }

    private Optional<AccountPrincipal> byWords(String words) throws SQLException {
        Optional<Session> session = Session.parse(words);
        return session.isEmpty() ? Optional.empty() : known.account(words, () -> find.bySession(session.get()));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, null, null));
    }
}
