package org.doubtless.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.doubtless.audit.RecordCommand;
import org.doubtless.exchange.ExportProject;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.support.Sql;
import org.doubtless.support.TestLabels;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ExportCommandTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects testProjects;

    @Inject
    TestLabels labels;

    @Inject
    Projects projects;

    @Inject
    ExportProject exportProject;

    @Inject
    RecordCommand recordCommand;

    @Inject
    Sql sql;

    @TempDir
    Path folder;

    private void run(ProjectId project, String format) throws SQLException, IOException {
        new ExportCommand.Work(projects, exportProject, recordCommand)
                .run(
                        project.toString(),
                        format,
                        "human",
                        "false",
                        "false",
                        folder.resolve("out").toString());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writes_the_table_and_beside_it_where_it_is_from() throws Exception {
        ProjectId project = testProjects.project(people.person("Lead"));
        labels.active(project, 0, 3);
        run(project, "csv");
        assertThat(files()).containsExactly("out", "out.manifest.json");
        assertThat(Files.readAllLines(folder.resolve("out"))).hasSize(4);
        JsonPath manifest = JsonPath.from(folder.resolve("out.manifest.json").toFile());
        assertThat(manifest.getInt("counts.labelledByPeople")).isEqualTo(3);
        assertThat(manifest.getString("by.name")).isEqualTo("command line");
    }

    @Test
    void leaves_nothing_of_an_export_that_broke() throws Exception {
        ProjectId project = testProjects.project(people.person("Lead"));
        long image = labels.active(project, 0, 3).get(2);
        sql.update("delete from image_content where image_id = ?", image);
        assertThatThrownBy(() -> run(project, "imagefolder")).hasMessageContaining("image " + image);
        assertThat(files()).isEmpty();
    }
}
