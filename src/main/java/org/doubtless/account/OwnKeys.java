package org.doubtless.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.sql.SQLException;

/** The keys of whoever opens a page, for the page. */
@RequestScoped
@Named("keys")
public class OwnKeys {
    private final SignedIn signedIn;
    private final KeptKeys kept;
    private final ObjectMapper mapper;

    OwnKeys(SignedIn signedIn, KeptKeys kept, ObjectMapper mapper) {
        this.signedIn = signedIn;
        this.kept = kept;
        this.mapper = mapper;
    }

    public String json() throws SQLException, JsonProcessingException {
        return mapper.writeValueAsString(kept.of(signedIn.id()));
    }
}
