package org.doubtless.round.scale;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.doubtless.support.BuiltProduct;
import org.doubtless.support.DataSets;
import org.doubtless.support.LabellingLoad;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rounds of large pools while eight annotators go on labelling, one answer a second each. Web server and the worker that
 * it keeps are processes of the packaged program; they, the clients and the database share this machine's processors.
 * {@code -Dimages=1000000 -Drounds=10 -Dweb.heap=1g -Dworker.heap=2g -Dminutes=4}; {@code -Dworkers=2} starts one more
 * worker by hand.
 */
@Tag("benchmark")
class RoundsAtScaleBenchmark {
    private static final int IMAGES = Integer.getInteger("images", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 10);
    private static final Duration LABELLING = Duration.ofMinutes(Integer.getInteger("minutes", 4));
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int QUIET_ANSWERS = Integer.getInteger("quiet", 60);
    // A server labels all day; its first thousands of calls are slow because the virtual machine still compiles them.
    private static final int WARM_UP_ANSWERS = Integer.getInteger("warm-up", 150);
    private static final Duration WARM_UP_PAUSE = Duration.ofMillis(100);

    @TempDir
    Path folder;

    @Test
    void a_million_images() throws Exception {
        try (BuiltProduct product = BuiltProduct.in(folder)) {
            PackagedRounds rounds = new PackagedRounds(product, 1_000_000);
            new MadeUpPool(product.database(), product.sql()).make(rounds.project(), IMAGES, PackagedRounds.SEED);
            System.out.printf("BENCHMARK %,d images made up; database %,d MB%n", IMAGES, rounds.megabytes());
            LabellingLoad load = new LabellingLoad(product.uri(), rounds.project(), MadeUpPool::label);
            load.run(rounds.annotators(), given -> given < 10, Duration.ZERO);
            rounds.report("first round (builds the graph, looks for every image's place)", rounds.start());
            System.out.println("BENCHMARK warming up, then claims without a round");
            load.run(rounds.annotators(), given -> given < WARM_UP_ANSWERS, WARM_UP_PAUSE)
                    .print();
            load.run(rounds.annotators(), given -> given < QUIET_ANSWERS, PAUSE).print();
            for (int n = 1; n <= ROUNDS; n++) {
                rounds.reportWithLoad("round " + n, load, rounds.start());
            }
        }
    }

    @Test
    void sixty_thousand_digits() throws Exception {
        Path zip = DataSets.findOrSkip("mnist", "pool.zip");
        Map<String, String> labels = Files.readAllLines(DataSets.findOrSkip("mnist", "pool-labels.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        try (BuiltProduct product = BuiltProduct.in(folder)) {
            PackagedRounds rounds = new PackagedRounds(product, 40);
            rounds.report("import", rounds.upload(zip));
            rounds.report("features and graph of the import", rounds.next());
            Map<Long, String> ofImage = new ConcurrentHashMap<>();
            LabellingLoad load = new LabellingLoad(
                    product.uri(),
                    rounds.project(),
                    image -> ofImage.computeIfAbsent(
                            image,
                            id -> labels.get(
                                    product.sql().value("select filename from image where id = ?", String.class, id))));
            System.out.println("BENCHMARK warming up");
            load.run(rounds.annotators(), given -> given < WARM_UP_ANSWERS, WARM_UP_PAUSE)
                    .print();
            System.out.println("BENCHMARK eight annotators, a round after every 40 labels");
            long end = System.nanoTime() + LABELLING.toNanos();
            load.run(rounds.annotators(), given -> System.nanoTime() < end, PAUSE)
                    .print();
            System.out.println("BENCHMARK "
                    + product.sql().value("""
                            select string_agg(format('%s labels: %s s', r.training_labels,
                                     round(extract(epoch from r.finished_at - (select max(created_at) from annotation
                                       where project_id = r.project_id and created_at <= r.created_at)), 1)), '; ' order by r.id)
                            from round r where r.project_id = ? and r.state = 'published' and r.training_labels > 0
                            """, String.class, rounds.project().value()));
            rounds.printMemory();
        }
    }
}
