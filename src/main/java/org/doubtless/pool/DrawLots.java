package org.doubtless.pool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws for each image what chance decides: a hash of its bytes under the project's seed. So the draw is the same
 * whatever the image's name, its place among the others, and however often it is imported.
 */
final class DrawLots {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MANTISSA = 53;

    private final double controlShare;
    private final Mac arms;
    private final Mac lots;

    DrawLots(long seed, double controlShare) {
        this.controlShare = controlShare;
        this.arms = keyed(seed, "arm");
        this.lots = keyed(seed, "lot");
    }

    /** A larger share keeps all the control images of a smaller one. */
    Arm arm(Sha256 image) {
        return uniform(arms, image) < controlShare ? Arm.CONTROL : Arm.ACTIVE;
    }

    /** In (0, 1), independent of the arm. */
    double lot(Sha256 image) {
        return uniform(lots, image);
    }

    private static double uniform(Mac mac, Sha256 image) {
        long bits = ByteBuffer.wrap(mac.doFinal(image.bytes())).getLong() >>> (Long.SIZE - MANTISSA);
        return (bits + 0.5) / (1L << MANTISSA);
    }

    private static Mac keyed(long seed, String purpose) {
        byte[] name = purpose.getBytes(StandardCharsets.US_ASCII);
        byte[] key = ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(seed)
                .put(name)
                .array();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
