package org.doubtless.demo.pollen;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A season of drawn pollen images: image number {@code index} of a seed is always the same bytes. */
public final class PollenSlides {
    /** Width and height of every image in pixels. */
    public static final int SIZE = Density.SIZE;

    private static final int IMAGES_A_DAY = 600;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 4, 17);
    private static final int DAYS = (int) FIRST_DAY.until(LocalDate.of(2026, 10, 1), ChronoUnit.DAYS);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

    private PollenSlides() {}

    /** The first {@code count} images of a seed, each drawn when it is asked for; the stream may be made parallel. */
    public static Stream<PollenSample> stream(long seed, int count) {
        return IntStream.range(0, count).mapToObj(index -> draw(seed, index));
    }

    /** Draws one image; pure, so that callers may draw on as many threads as they like. */
    public static PollenSample draw(long seed, int index) {
        String filename = filename(index);
        SplittableRandom random = randomOf(seed, index);
        Specimen specimen = Specimen.pick(random);
        Slide slide = new Slide();
        Litter.scatter(slide, random);
        specimen.lay(slide, random);
        Microscope microscope = Microscope.set(specimen.kind(), random);
        byte[] image = Jpeg.encode(microscope.photograph(slide, random));
        return new PollenSample(filename, image, specimen.truth(), specimen.kind(), specimen.other());
    }

    /** What an image shows, told without drawing it: its kind and, where there are any, its species. */
    public record Truth(Kind kind, Optional<Species> species, Optional<Species> other) {}

    /** The truth about the image that {@link #draw} makes of the same numbers. */
    public static Truth truth(long seed, int index) {
        Specimen specimen = specimen(seed, index);
        return new Truth(specimen.kind(), specimen.truth(), specimen.other());
    }

    /** What {@link #draw} is going to draw. */
    static Specimen specimen(long seed, int index) {
        return Specimen.pick(randomOf(seed, index));
    }

    /** The name of an image; it tells nothing about the truth. */
    public static String filename(int index) {
        if (index < 0 || index >= DAYS * IMAGES_A_DAY) {
            throw new IllegalArgumentException("index is " + index + ", but a season has the images 0 to "
                    + (DAYS * IMAGES_A_DAY - 1) + ": draw more with another seed");
        }
        LocalDate day = FIRST_DAY.plusDays(index / IMAGES_A_DAY);
        return String.format("trap-%s_%04d.jpg", DAY.format(day), index % IMAGES_A_DAY + 1);
    }

    private static SplittableRandom randomOf(long seed, int index) {
        return new SplittableRandom(scramble(scramble(seed) + index));
    }

    /** The finaliser of MurmurHash3: neighbouring seeds and indexes must not share a run of random numbers. */
    private static long scramble(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
