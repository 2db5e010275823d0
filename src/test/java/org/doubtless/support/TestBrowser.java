package org.doubtless.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** What a browser does about cookies, CSRF and forms; it follows no redirect, so that a test sees it. */
public class TestBrowser {
    private final Map<String, String> cookies = new HashMap<>();

    /** A browser in which this person has signed in by the form. */
    public static TestBrowser signedIn(TestPerson person) {
        TestBrowser browser = new TestBrowser();
        browser.signIn(person.email(), TestPerson.PASSWORD).then().statusCode(303);
        return browser;
    }

    public Response signIn(String email, String password) {
        get("/login");
        return postForm("/login", Map.of("email", email, "password", password));
    }

    public Response get(String path) {
        return remember(request().get(path));
    }

    /** Posts a form with the hidden CSRF field. */
    public Response postForm(String path, Map<String, String> fields) {
        return remember(request()
                .contentType(ContentType.URLENC)
                .formParams(fields)
                .formParam("csrf-token", csrfToken())
                .post(path));
    }

    /** A call as the pages' scripts make it, with the CSRF header. */
    public RequestSpecification script() {
        return request().contentType(ContentType.JSON).header("X-CSRF-TOKEN", csrfToken());
    }

    /** A call with the cookies and nothing else, as another site could provoke it. */
    public RequestSpecification request() {
        return given().redirects().follow(false).cookies(cookies);
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    private String csrfToken() {
        return cookies.getOrDefault("csrf-token", "");
    }

    private Response remember(Response response) {
        response.detailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        return response;
    }
}
