package org.doubtless.account;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Predicate;
import org.doubtless.web.Problem;

/** Who may read what the framework serves by itself below {@code /q}; the paths are in application.properties. */
@Singleton
class GuardOperations {
    @Produces
    @Singleton
    HttpSecurityPolicy administrators() {
        return new Callers("administrators", AccountPrincipal::administrator);
    }

    @Produces
    @Singleton
    HttpSecurityPolicy signedIn() {
        return new Callers("signed-in", account -> true);
    }

    private record Callers(String name, Predicate<AccountPrincipal> admits) implements HttpSecurityPolicy {
        @Override
        public Uni<CheckResult> checkPermission(
                RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
            // A token that does not hold is a problem to our endpoints; here it is simply nobody's.
            return identity.map(this::check).onFailure(Problem.class).recoverWithItem(CheckResult.DENY);
        }

        private CheckResult check(SecurityIdentity identity) {
            return identity.getPrincipal() instanceof AccountPrincipal account && admits.test(account)
                    ? CheckResult.PERMIT
                    : CheckResult.DENY;
        }
    }
}
