package org.doubtless.round.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.doubtless.jobs.JobKind;
import org.doubtless.jobs.JobRun;
import org.doubtless.jobs.NewJob;
import org.doubtless.learning.PreparedPool;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.pool.ImageId;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.support.Sql;

/** Lays a project out again by a graph of its first images only, and the others as those of a pool that is too large for one. */
@ApplicationScoped
class SmallGraphKind implements JobKind {
    private final Projects projects;
    private final FeatureSets sets;
    private final FeatureRows rows;
    private final StoredGraphs graphs;
    private final ImagePlaces places;
    private final KeepLayout keepLayout;
    private final PlaceBeyondGraph placeBeyondGraph;
    private final Sql sql;

    SmallGraphKind(
            Projects projects,
            FeatureSets sets,
            FeatureRows rows,
            StoredGraphs graphs,
            ImagePlaces places,
            KeepLayout keepLayout,
            PlaceBeyondGraph placeBeyondGraph,
            Sql sql) {
        this.projects = projects;
        this.sets = sets;
        this.rows = rows;
        this.graphs = graphs;
        this.places = places;
        this.keepLayout = keepLayout;
        this.placeBeyondGraph = placeBeyondGraph;
        this.sql = sql;
    }

    static NewJob job(ProjectId project, int images) {
        return new NewJob("small-graph", "A small graph", project.value(), null, Map.of("images", images));
    }

    @Override
    public String kind() {
        return "small-graph";
    }

    @Override
    public void run(JobRun run) throws Exception {
        Project project = projects.get(new ProjectId(run.project().orElseThrow()));
        FeatureSet set = sets.find(
                        project.id(),
                        sql.number(
                                "select max(id) from feature_set where project_id = ?",
                                project.id().value()))
                .orElseThrow();
        List<ImageId> present = rows.present(project.id(), set);
        int images = ((Number) run.parameters().get("images")).intValue();
        List<ImageId> inGraph = present.subList(0, images);
        List<ImageId> beyond = present.subList(images, present.size());
        PreparedPool prepared = PreparedPool.extracted(set.extractor(), rows.read(set, inGraph))
                .withRecipe(project.seed(), Cancellation.never(), run::progress);
        long graph = graphs.keep(project.id(), set, project.seed(), inGraph, prepared.graph());
        RoundPool pool = new RoundPool(set, OptionalLong.of(graph), prepared, inGraph, beyond);
        keepLayout.keep(run, project, pool);
        // As when they are scored.
        places.of(pool, beyond, rows.read(set, beyond), Cancellation.never());
        placeBeyondGraph.place(run, project, pool);
    }
}
