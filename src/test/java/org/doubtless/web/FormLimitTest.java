package org.doubtless.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.doubtless.project.ProjectId;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormLimitTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Test
    void aDroppedFolderOfManyFilesIsOneUpload() {
        TestPerson lead = people.person("Lead");
        ProjectId project = projects.project(lead);
        RequestSpecification upload = lead.bearer();
        for (int file = 0; file < 1500; file++) {
            upload.multiPart("files", file + ".png", new byte[] {1});
        }
        upload.post("/api/projects/" + project + "/images").then().statusCode(202);
    }

    @Test
    void aFormOfTooManyFieldsIsRefusedInWords() {
        given().contentType(ContentType.URLENC)
                .body("a&".repeat(100_001))
                .post("/login")
                .then()
                .statusCode(413)
                .body(containsString("more fields or files"));
    }
}
