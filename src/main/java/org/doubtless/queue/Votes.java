package org.doubtless.queue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How many of a model's networks take an image for which class, most votes first; classes without a vote are left out. */
public record Votes(List<ForClass> most) {
    private static final int BYTES = 2 * Short.BYTES;

    /** @param position of the class among the project's */
    public record ForClass(int position, int networks) {}

    /** Of equals the class that stands first. */
    public static Votes counted(int[] votes_C) {
        return new Votes(IntStream.range(0, votes_C.length)
                .filter(c -> votes_C[c] > 0)
                .mapToObj(c -> new ForClass(c, votes_C[c]))
                .sorted(Comparator.comparingInt(ForClass::networks).reversed())
                .toList());
    }

    /** 4 bytes a class: a pool has millions of images. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES * most.size());
        most.forEach(vote -> bytes.putShort((short) vote.position()).putShort((short) vote.networks()));
        return bytes.array();
    }

    static Votes fromBytes(byte[] kept) {
        ByteBuffer bytes = ByteBuffer.wrap(kept);
        List<ForClass> most = new ArrayList<>();
        while (bytes.remaining() >= BYTES) {
            most.add(new ForClass(Short.toUnsignedInt(bytes.getShort()), Short.toUnsignedInt(bytes.getShort())));
        }
        return new Votes(List.copyOf(most));
    }
}
