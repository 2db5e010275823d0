package org.doubtless.demo;

import org.doubtless.demo.pollen.PollenSlides;
import org.doubtless.pool.Candidate;
import org.doubtless.pool.Candidates;

/** The demo's images on their way into the pool, each drawn when it is wanted and on the thread that wants it. */
final class DrawnCandidates implements Candidates {
    // About what a drawn image weighs; the import plans its memory by it.
    private static final long TYPICAL_BYTES = 12_000;

    private final long seed;
    private final int images;
    private int next;

    DrawnCandidates(long seed, int images) {
        this.seed = seed;
        this.images = images;
    }

    @Override
    public long count() {
        return images;
    }

    @Override
    public Candidate next() {
        return next == images ? null : new Drawn(seed, next++);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private record Drawn(long seed, int index) implements Candidate {
        @Override
        public String name() {
            return PollenSlides.filename(index);
        }

        @Override
        public long size() {
            return TYPICAL_BYTES;
        }

        @Override
        public byte[] read() {
            return PollenSlides.draw(seed, index).image();
        }
    }
}
