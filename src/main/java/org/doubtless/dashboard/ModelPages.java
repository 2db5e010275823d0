package org.doubtless.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doubtless.model.ModelVersion;
import org.doubtless.model.ModelVersions;
import org.doubtless.project.FrameProject;
import org.doubtless.project.MayKnowArm;
import org.doubtless.project.ProjectFrame;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ShowArm;
import org.doubtless.round.CompareModels;
import org.doubtless.round.automatic.ReadAutomaticLabels;
import org.doubtless.round.automatic.Verdict;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** The models of a project, and one of them beside another. */
@Path("/projects/{p}/models")
@Produces(MediaType.TEXT_HTML)
public class ModelPages {
    private final FrameProject frame;
    private final ModelVersions versions;
    private final CompareModels compareModels;
    private final ReadAutomaticLabels readAutomaticLabels;
    private final MayKnowArm mayKnowArm;

    ModelPages(
            FrameProject frame,
            ModelVersions versions,
            CompareModels compareModels,
            ReadAutomaticLabels readAutomaticLabels,
            MayKnowArm mayKnowArm) {
        this.frame = frame;
        this.versions = versions;
        this.compareModels = compareModels;
        this.readAutomaticLabels = readAutomaticLabels;
        this.mayKnowArm = mayKnowArm;
    }

    /** A measure of two models. */
    public record Line(String name, String other, String value) {}

    /** Two models side by side. */
    public record Beside(ModelRow other, List<Line> lines, String message) {}

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance models(ProjectFrame project, List<ModelRow> models);

        /**
         * @param others the versions that it may be compared with
         * @param beside null where it is the only one
         * @param automatic what it labelled by itself when it was published last; empty where no rule was on, and for those
         *     who must not know the control arm
         * @param origin empty for those who must not know the control arm
         */
        static native TemplateInstance model(
                ProjectFrame project,
                ModelRow model,
                List<ModelRow.Measure> measures,
                List<ModelRow> others,
                Beside beside,
                String automatic,
                List<ModelRow.Measure> origin);
    }

    @GET
    @Access(Who.VIEWER)
    public TemplateInstance all(@PathParam("p") ProjectId project) throws SQLException {
        return Templates.models(
                frame.frame(project),
                list(project, mayKnowArm.in(project)).stream().map(ModelRow::of).toList());
    }

    /** @param with the version to compare with; left out, the published one, or the one before it */
    @GET
    @Path("{number}")
    @Access(Who.VIEWER)
    public TemplateInstance one(
            @PathParam("p") ProjectId project, @PathParam("number") int number, @QueryParam("with") Integer with)
            throws SQLException {
        ShowArm showArm = mayKnowArm.in(project);
        ModelVersion model = versions.get(project, number).shownTo(showArm);
        List<ModelVersion> others = list(project, showArm).stream()
                .filter(version -> version.number() != number)
                .toList();
        Optional<ModelVersion> other = with == null
                ? usual(model, others)
                : Optional.of(versions.get(project, with).shownTo(showArm));
        boolean lead = showArm == ShowArm.YES;
        return Templates.model(
                frame.frame(project),
                ModelRow.of(model),
                ModelRow.measures(model),
                others.stream().map(ModelRow::of).toList(),
                other.isPresent() ? beside(model, other.get()) : null,
                lead ? readAutomaticLabels.of(model.id()).map(Verdict::sentence).orElse("") : "",
                lead ? ModelRow.origin(model) : List.of());
    }

    private List<ModelVersion> list(ProjectId project, ShowArm showArm) throws SQLException {
        return versions.list(project).stream()
                .map(version -> version.shownTo(showArm))
                .toList();
    }

    private static Optional<ModelVersion> usual(ModelVersion model, List<ModelVersion> others) {
        return others.stream()
                .filter(version -> model.isPublished() ? version.number() < model.number() : version.isPublished())
                .findFirst()
                .or(() -> others.stream().findFirst());
    }

    private Beside beside(ModelVersion model, ModelVersion other) throws SQLException {
        List<ModelRow.Measure> mine = ModelRow.measures(model);
        List<ModelRow.Measure> theirs = ModelRow.measures(other);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                "Labels", ModelRow.of(other).labels(), ModelRow.of(model).labels()));
        int measured = Math.max(mine.size(), theirs.size());
        for (int k = 0; k < measured; k++) {
            lines.add(new Line(
                    (mine.isEmpty() ? theirs : mine).get(k).name(),
                    theirs.isEmpty() ? "not measured" : theirs.get(k).value(),
                    mine.isEmpty() ? "not measured" : mine.get(k).value()));
        }
        return new Beside(
                ModelRow.of(other), lines, compareModels.asked(model, other).message());
    }
}
