package org.doubtless.audit;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalInt;
import org.doubtless.account.SignedIn;
import org.doubtless.web.Access;
import org.doubtless.web.DeedNote;
import org.doubtless.web.Who;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Keeps a record of every deed: before it is begun, so that none goes without, and how it ended before its caller hears of
 * it. What nobody was admitted to is none, or strangers could fill the disk; for the same reason what is open to
 * everybody is recorded only once it has succeeded, but for sign-ins, of which some an hour are that failed.
 */
class RecordDeeds {
    /** After it is known who calls, and that they may. */
    private static final int PRIORITY = 1100;

    private static final String DEED = "doubtless.deed";
    private static final int FAILED = 400;
    private static final Logger LOG = Logger.getLogger(RecordDeeds.class);

    private final KeepDeeds keep;
    private final NameThings nameThings;
    private final SignedIn signedIn;
    private final DeedNote note;
    private final LimitFailedSignIns limit;

    RecordDeeds(KeepDeeds keep, NameThings nameThings, SignedIn signedIn, DeedNote note, LimitFailedSignIns limit) {
        this.limit = limit;
        this.keep = keep;
        this.nameThings = nameThings;
        this.signedIn = signedIn;
        this.note = note;
    }

    @ServerRequestFilter(priority = PRIORITY)
    void begin(ContainerRequestContext request, ResourceInfo resource) throws SQLException {
        Method method = resource.getResourceMethod();
        // Who asks for the headers alone asks the same endpoint.
        String verb = request.getMethod().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.getMethod();
        String word = Deed.wordOf(EndpointName.of(verb, method)).orElse(null);
        if (word == null) {
            return;
        }
        NewDeed deed = new NewDeed(
                signedIn.present() ? signedIn.id() : null,
                signedIn.present() && signedIn.byToken(),
                word,
                nameThings.project(request.getUriInfo().getPathParameters()),
                nameThings.things(request.getUriInfo().getPathParameters()));
        boolean open = method.getAnnotation(Access.class).value() == Who.ANYONE;
        request.setProperty(DEED, open ? deed : Long.valueOf(keep.begin(deed)));
    }

    @ServerResponseFilter
    void end(ContainerRequestContext request, ContainerResponseContext response) {
        Object begun = request.getProperty(DEED);
        try {
            if (begun instanceof NewDeed open && isFailedSignIn(open, response.getStatus())) {
                failedSignIn(response.getStatus());
            } else if (begun instanceof NewDeed open && response.getStatus() < FAILED && isSomebodys(open)) {
                keep.end(keep.begin(open), response.getStatus(), note);
            } else if (begun instanceof Long deed) {
                keep.end(deed, response.getStatus(), note);
            }
        } catch (SQLException e) {
            // The deed is done and its beginning is kept: an error now would say that it is not.
            LOG.errorf(e, "How deed %s ended, with %d, is not in the audit log", begun, response.getStatus());
        }
    }

    private static boolean isFailedSignIn(NewDeed deed, int status) {
        return status >= FAILED && deed.word().equals(Deed.SIGNED_IN.word());
    }

    /** Nobody has done it, whosever account it was tried for. */
    private void failedSignIn(int status) throws SQLException {
        OptionalInt leftOut = limit.next();
        if (leftOut.isPresent()) {
            if (leftOut.getAsInt() > 0) {
                note.put("leftOut", leftOut.getAsInt());
            }
            keep.end(keep.begin(new NewDeed(null, false, Deed.SIGN_IN_FAILED.word(), null, Map.of())), status, note);
        }
    }

    private boolean isSomebodys(NewDeed deed) {
        return deed.account() != null || note.account() != null;
    }
}
