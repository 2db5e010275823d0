package org.doubtless.learning.features;

/** A pretrained network, frozen; thread-safe, each image by itself. */
interface Backbone extends AutoCloseable {

    /** What it wants to see: three channels of a height and width. */
    FeatureShape shape();

    /**
     * What it makes of one image.
     *
     * @param pixels [3, height, width], normalised as in its training
     */
    BackboneOutput run(float... pixels);

    @Override
    void close();
}
