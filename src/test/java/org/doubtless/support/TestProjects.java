package org.doubtless.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.doubtless.account.AccountId;
import org.doubtless.project.CreateProject;
import org.doubtless.project.Members;
import org.doubtless.project.NewProject;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.project.ProjectSettings;

/** Makes projects quickly, each with a name of its own. */
@ApplicationScoped
public class TestProjects {
    private final CreateProject createProject;
    private final Members members;
    private final Sql sql;

    TestProjects(CreateProject createProject, Members members, Sql sql) {
        this.createProject = createProject;
        this.members = members;
        this.sql = sql;
    }

    public ProjectId project(TestPerson lead, String... classes) {
        // So many that no round starts in the middle of a test about something else.
        return project(lead, new ProjectSettings(0.1, 20, 900, 20), classes);
    }

    public ProjectId project(TestPerson lead, ProjectSettings settings, String... classes) {
        List<String> names = classes.length == 0 ? List.of("cat", "dog", "bird") : List.of(classes);
        return createProject
                .create(NewProject.of("Project " + UUID.randomUUID(), names, settings, 42), lead.id())
                .id();
    }

    public void member(ProjectId project, AccountId account, ProjectRole role) {
        members.put(project, account, role);
    }

    /** The row of an image that shows nothing; returns its id. */
    public long image(ProjectId project) {
        long id = sql.number(
                "insert into image (project_id, sha256, filename, media_type, width, height, byte_count, arm, imported_at)"
                        + " values (?, decode(md5(random()::text), 'hex'), 'grain.png', 'image/png', 8, 8, 3, 'active', now())"
                        + " returning id",
                project.value());
        sql.update("insert into image_content (image_id, content) values (?, ?)", id, new byte[] {1, 2, 3});
        return id;
    }

    /** The row of a job that has ended; returns its id. */
    public long job(ProjectId project) {
        return sql.number(
                "insert into job (project_id, kind, state, title, created_at)"
                        + " values (?, 'test', 'done', 'Test', now()) returning id",
                project.value());
    }

    /** The row of a label of the first class; returns its id. */
    public long annotation(ProjectId project, long image, TestPerson annotator) {
        return sql.number(
                "insert into annotation (project_id, image_id, account_id, outcome, class_id, client_key, created_at)"
                        + " select ?, ?, ?, 'labelled', min(id), gen_random_uuid()::text, now() from project_class"
                        + " where project_id = ? returning id",
                project.value(),
                image,
                annotator.id().value(),
                project.value());
    }

    /** The row of a model version that is kept but not published; returns its id. */
    public long modelVersion(ProjectId project) {
        return sql.number(
                "insert into model_version (project_id, number, state, parameters, metrics, provenance, created_at)"
                        + " values (?, 1, 'kept', '', '{}', '{}', now()) returning id",
                project.value());
    }
}
