package org.doubtless.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.doubtless.account.AccountId;

/** Somebody with an account and an API token. */
public record TestPerson(AccountId id, String email, String token) {
    /** The password of everybody in the tests. */
    public static final String PASSWORD = "correct horse battery";

    /** A call in this person's name that sends and takes JSON. */
    public RequestSpecification api() {
        return given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .accept(ContentType.JSON);
    }

    /** The same without a content type, for uploads. */
    public RequestSpecification bearer() {
        return given().header("Authorization", "Bearer " + token);
    }
}
