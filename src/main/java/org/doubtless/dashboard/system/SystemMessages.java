package org.doubtless.dashboard.system;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The page that says how the installation is. */
@MessageBundle("system")
public interface SystemMessages {
    @Message("System")
    String title();

    @Message("Is everything in order?")
    String health();

    @Message("Everything is in order.")
    String allGood();

    @Message("Something needs you.")
    String lookHere();

    @Message("The database answers. It is PostgreSQL {version} and takes {size}.")
    String databaseAnswers(String version, String size);

    @Message("{free} of {total} are free where the data lies.")
    String diskEnough(String free, String total);

    @Message("Only {free} of {total} are free where the data lies. Free some before images or rounds fail.")
    String diskLow(String free, String total);

    @Message("The worker process {process} runs.")
    String workerRuns(long process);

    @Message("The worker process died: {why}. Another starts by itself; people go on labelling meanwhile.")
    String workerDead(String why);

    @Message("This server keeps no worker process of its own.")
    String workerElsewhere();

    @Message("Jobs have waited for {minutes} minutes and nobody takes them. Start a worker, or look why none answers.")
    String stuck(long minutes);

    @Message("{running} jobs run, {waiting} wait.")
    String jobs(long running, long waiting);

    @Message("{number} jobs failed within a day. Their logs say why and what to do.")
    String failed(long number);

    @Message("All jobs")
    String toJobs();

    @Message("Worker {name} is silent. Its job is taken over after 20 seconds.")
    String silent(String name);

    @Message("Workers")
    String workers();

    @Message("No worker has told of itself. Start one; until then jobs wait.")
    String noWorkers();

    @Message("process {number}")
    String process(long number);

    @Message("waits for a job")
    String waits();

    @Message("Memory")
    String memory();

    @Message("Worker")
    String worker();

    @Message("Job")
    String job();

    @Message("Project")
    String project();

    @Message("Last sign of life")
    String seen();

    @Message("What fills the database")
    String storage();

    @Message("{size} in all, indexes included. Room that deleted rows left is used again.")
    String storageSays(String size);

    @Message("Part")
    String part();

    @Message("Size")
    String size();

    @Message("Images")
    String images();

    @Message("Features")
    String features();

    @Message("Scores")
    String scores();

    @Message("Models")
    String models();

    @Message("Answers and queues")
    String answers();

    @Message("Everything else")
    String rest();

    @Message("By project")
    String byProject();

    @Message(
            "Images count as the files that were sent; features by their share of all rows; scores with their indexes. What answers take is not told apart.")
    String byProjectSays();

    @Message("Number")
    String number();

    @Message("Together")
    String total();

    @Message("No project yet. Whoever signs in can make one.")
    String noProjects();
}
