package org.doubtless.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.doubtless.project.FrameProject;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectFrame;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.round.agreement.AgreementView;
import org.doubtless.round.agreement.ChecksView;
import org.doubtless.round.agreement.ReadAgreement;
import org.doubtless.round.agreement.ReadChecks;
import org.doubtless.round.agreement.ReadWork;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** How well a project's labels hold: how far its readers agree, and what is left to decide. */
@Path("/projects/{p}/labels")
@Produces(MediaType.TEXT_HTML)
public class LabelsPage {
    private final FrameProject frame;
    private final Projects projects;
    private final ReadAgreement readAgreement;
    private final ReadStatus readStatus;
    private final ReadChecks readChecks;
    private final ReadWork readWork;
    private final ObjectMapper json;

    LabelsPage(
            FrameProject frame,
            Projects projects,
            ReadAgreement readAgreement,
            ReadStatus readStatus,
            ReadChecks readChecks,
            ReadWork readWork,
            ObjectMapper json) {
        this.json = json;
        this.readWork = readWork;
        this.readChecks = readChecks;
        this.frame = frame;
        this.projects = projects;
        this.readAgreement = readAgreement;
        this.readStatus = readStatus;
    }

    /** A figure with its interval; the value is a dash where it is not defined. */
    public record Figure(String name, String value, String interval, String says) {}

    /** Two people and the images that both have read. */
    public record PairRow(String first, String second, String same, String share, String kappa, String interval) {}

    /** How a person does on gold images and on repeats, and what there is to say of it. */
    public record CheckRow(String name, String gold, String goldSays, String repeats, String repeatsSay) {}

    @CheckedTemplate(basePath = "dashboard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        /**
         * @param disagreements images that wait for a lead's decision; {@code readInPart} for another reader; {@code
         *     betterImages} those that are unclear or disputed
         * @param keys of the labels, as JSON
         */
        static native TemplateInstance labels(
                ProjectFrame project,
                String disagreements,
                String readInPart,
                String betterImages,
                String sentence,
                List<Figure> figures,
                List<PairRow> pairs,
                List<CheckRow> checks,
                WorkRows work,
                String keys);

        static native TemplateInstance ownLabels(ProjectFrame project, CheckRow own, WorkRows work);
    }

    @GET
    @Access(Who.LEAD)
    public TemplateInstance labels(@PathParam("p") ProjectId id) throws SQLException, IOException {
        Project project = projects.get(id);
        AgreementView agreement = readAgreement.of(project);
        ProjectStatus status = readStatus.of(project);
        return Templates.labels(
                frame.frame(project),
                number(status.disagreement()),
                number(status.readInPart()),
                number(status.cannotTell() + status.disagreement()),
                AgreementWords.sentence(agreement),
                AgreementWords.figures(agreement),
                agreement.pairs().stream().map(AgreementWords::row).toList(),
                readChecks.of(id).readers().stream().map(CheckWords::row).toList(),
                WorkRows.of(readWork.of(id)),
                keys(project));
    }

    @GET
    @Path("own")
    @Access(Who.ANNOTATOR)
    public TemplateInstance own(@PathParam("p") ProjectId id) throws SQLException {
        return Templates.ownLabels(
                frame.frame(id),
                readChecks.of(id).readers().stream()
                        .filter(ChecksView.Reader::own)
                        .findFirst()
                        .map(CheckWords::row)
                        .orElse(new CheckRow("You", "–", CheckWords.NONE, "–", CheckWords.NONE)),
                WorkRows.of(readWork.of(id).own()));
    }

    /** Label → its key on the labelling page, empty for none, as JSON. */
    private String keys(Project project) throws IOException {
        Map<String, String> keys = new LinkedHashMap<>();
        project.labels()
                .classes()
                .forEach(known -> keys.put(known.name(), Objects.requireNonNullElse(known.key(), "")));
        return json.writeValueAsString(keys);
    }

    /** Empty where there are none. */
    private static String number(long images) {
        return images == 0 ? "" : String.format(Locale.ENGLISH, "%,d %s", images, images == 1 ? "image" : "images");
    }
}
