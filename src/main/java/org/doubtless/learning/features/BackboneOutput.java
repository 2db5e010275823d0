package org.doubtless.learning.features;

import java.util.Arrays;

/**
 * What a network says of one image.
 *
 * @param values all numbers
 * @param shape of them, with a leading 1 for the one image
 */
record BackboneOutput(float[] values, long... shape) {

    BackboneOutput {
        boolean one = shape.length >= 2 && shape.length <= 4 && shape[0] == 1;
        if (!one || Arrays.stream(shape).reduce(1, (a, b) -> a * b) != values.length || values.length == 0) {
            throw new IllegalArgumentException("the network's output for one image has the shape "
                    + Arrays.toString(shape)
                    + ": export a network whose output is [1,D], [1,tokens,D] or [1,D,height,width]");
        }
    }

    /** One number a feature: [1,D] as it is, the mean over tokens of [1,tokens,D], over places of [1,D,h,w]. */
    float[] pooled() {
        int features = (int) (shape.length == 3 ? shape[2] : shape[1]);
        int places = values.length / features;
        boolean featuresLast = shape.length == 3;
        float[] pooled = new float[features];
        for (int feature = 0; feature < features; feature++) {
            double sum = 0;
            for (int place = 0; place < places; place++) {
                sum += values[featuresLast ? place * features + feature : feature * places + place];
            }
            pooled[feature] = (float) (sum / places);
            if (!Float.isFinite(pooled[feature])) {
                throw new IllegalArgumentException("feature " + feature + " of the network is " + pooled[feature]
                        + ": leave the image out or mend the network");
            }
        }
        return pooled;
    }
}
