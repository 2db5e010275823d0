package org.doubtless.dashboard;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.account.SignedIn;
import org.doubtless.project.Project;
import org.doubtless.project.Projects;

/** Lists the projects in which whoever asks takes part; an administrator sees all. */
@ApplicationScoped
class ListProjects {
    private final Projects projects;
    private final ReadStatus status;
    private final SignedIn signedIn;
    private final AgroalDataSource database;

    ListProjects(Projects projects, ReadStatus status, SignedIn signedIn, AgroalDataSource database) {
        this.projects = projects;
        this.status = status;
        this.signedIn = signedIn;
        this.database = database;
    }

    List<Project> visible() {
        return signedIn.administrator() ? projects.all() : projects.ofMember(signedIn.id());
    }

    List<ProjectRow> rows(List<Project> visible) throws SQLException, IOException {
        List<ProjectRow> rows = new ArrayList<>();
        for (Project project : visible) {
            rows.add(ProjectRow.of(project, status.of(project), pool(project)));
        }
        return rows;
    }

    private ProjectRow.Pool pool(Project project) throws SQLException {
        String sql = """
                select (select min(id) from image where project_id = p.id),
                       exists (select from job where project_id = p.id and kind in ('import', 'demo')
                               and state in ('waiting', 'running'))
                from project p where p.id = ?
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.id().value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new ProjectRow.Pool(row.getObject(1, Long.class), row.getBoolean(2));
            }
        }
    }
}
