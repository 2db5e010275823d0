package org.doubtless.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.doubtless.demo.pollen.PollenSample;
import org.doubtless.demo.pollen.PollenSlides;
import org.doubtless.demo.pollen.Species;

/**
 * Images to begin with and the truth about them: written digits where the data sets lie at hand, else grains drawn here.
 *
 * @param truth the label of each file name; what nobody can tell is missing
 */
record FirstImages(Path zip, int count, List<String> labels, Map<String, String> truth) {
    private static final int DRAWN = 300;
    private static final long SEED = 7;

    /** @param folder for what has to be made first */
    static FirstImages find(Path folder) throws IOException {
        Path digits = Path.of(System.getProperty("doubtless.data-sets", "../shared/data"), "mnist");
        Path zip = digits.resolve("pool-2k.zip");
        Path labels = digits.resolve("pool-2k-labels.csv");
        return Files.isReadable(zip) && Files.isReadable(labels) ? digits(zip, labels) : drawn(folder);
    }

    private static FirstImages digits(Path zip, Path csv) throws IOException {
        Map<String, String> truth = new HashMap<>();
        try (Stream<String> lines = Files.lines(csv)) {
            lines.skip(1).map(line -> line.split(",", 2)).forEach(row -> truth.put(row[0], row[1]));
        }
        List<String> labels = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
        return new FirstImages(zip, truth.size(), labels, truth);
    }

    private static FirstImages drawn(Path folder) throws IOException {
        Path zip = folder.resolve("grains.zip");
        Map<String, String> truth = new HashMap<>();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (PollenSample grain :
                    PollenSlides.stream(SEED, DRAWN).parallel().toList()) {
                out.putNextEntry(new ZipEntry(grain.filename()));
                out.write(grain.image());
                grain.truth().ifPresent(species -> truth.put(grain.filename(), species.label()));
            }
        }
        List<String> labels = Stream.of(Species.values()).map(Species::label).toList();
        return new FirstImages(zip, DRAWN, labels, truth);
    }

    Optional<String> labelOf(String filename) {
        return Optional.ofNullable(truth.get(filename));
    }
}
