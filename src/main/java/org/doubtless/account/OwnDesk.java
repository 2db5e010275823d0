package org.doubtless.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.sql.SQLException;

/** How whoever opens the labelling page wants it, for the page. */
@RequestScoped
@Named("ownDesk")
public class OwnDesk {
    private final SignedIn signedIn;
    private final KeptDesk kept;

    OwnDesk(SignedIn signedIn, KeptDesk kept) {
        this.signedIn = signedIn;
        this.kept = kept;
    }

    public boolean isShowWhy() throws SQLException {
        return kept.of(signedIn.id()).showWhy();
    }

    /** Empty for none. */
    public String getGoal() throws SQLException {
        Integer images = kept.goal(signedIn.id()).images();
        return images == null ? "" : images.toString();
    }
}
