package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import ai.djl.ModelException;
import ai.djl.ndarray.NDList;
import ai.djl.repository.zoo.Criteria;
import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a pretrained network makes of an image: its output, the network frozen; close it.
 *
 * <p>The image is fitted into the network's input (an ONNX file tells its size, else 224x224), red,
 * green and blue 0..1 minus 0.485, 0.456, 0.406, divided by 0.229, 0.224, 0.225: the normalisation of
 * ImageNet. Of an output [1,tokens,D] or [1,D,height,width] the mean over tokens or places is taken.
 * Export the network without its last layer: features say more than the scores of foreign classes.
 *
 * <p>Thread-safe, each image by itself on one thread; the same bits on the same kind of processor.
 */
public final class BackboneFeatures implements CodeExtractor, AutoCloseable {

    /** The side of images where the network does not tell. */
    public static final int DEFAULT_SIDE = 224;

    static final String NAME = "backbone";

    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    private final Backbone network;
    private final PixelFeatures resizer;
    private final String fingerprint;
    private final int columns;

    private BackboneFeatures(Backbone network, byte[] identity) {
        this.network = network;
        this.resizer = new PixelFeatures(network.shape());
        this.fingerprint = fingerprint(identity);
        this.columns = network.run(new float[network.shape().columns()]).pooled().length;
    }

    /**
     * Opens a file.
     *
     * @param file {@code .onnx}, or {@code .pt}, {@code .pth} or {@code .torchscript} for TorchScript
     * @throws IllegalArgumentException where its name or content is neither, or it takes no [1,3,h,w]
     */
    public static BackboneFeatures open(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".onnx")) {
            return onnx(Files.readAllBytes(file));
        }
        if (name.endsWith(".pt") || name.endsWith(".pth") || name.endsWith(".torchscript")) {
            return torchScript(Files.readAllBytes(file), DEFAULT_SIDE);
        }
        throw new IllegalArgumentException(
                file + " is no network: give a file that ends in .onnx, .pt, .pth or .torchscript");
    }

    /** A network in ONNX, its weights inside. */
    public static BackboneFeatures onnx(byte[] file) {
        return checked(new OnnxBackbone(file), file);
    }

    /**
     * A network in TorchScript.
     *
     * @param side of its images
     */
    public static BackboneFeatures torchScript(byte[] file, int side) {
        return checked(new TorchScriptBackbone(file, side), file);
    }

    /**
     * A PyTorch network that DJL's model zoo or an address names, such as {@code
     * djl://ai.djl.pytorch/resnet18_embedding}; wants the internet, unless the address is a file's.
     */
    public static BackboneFeatures fromModelZoo(String address) throws IOException {
        Criteria<NDList, NDList> criteria = Criteria.builder()
                .setTypes(NDList.class, NDList.class)
                .optModelUrls(address)
                .optEngine("PyTorch")
                .build();
        try {
            return checked(
                    new TorchScriptBackbone(criteria.loadModel(), DEFAULT_SIDE),
                    address.getBytes(StandardCharsets.UTF_8));
        } catch (ModelException e) {
            throw new IOException(
                    address + " gives no network (" + e.getMessage() + "): check the address and the way to it", e);
        }
    }

    private static BackboneFeatures checked(Backbone network, byte[] identity) {
        try {
            return new BackboneFeatures(network, identity);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static String fingerprint(byte[] identity) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(identity));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public float[] extract(BufferedImage image) {
        requireNonNull(image, "image is null");
        float[] pixels = resizer.extract(image);
        int plane = pixels.length / MEAN.length;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (pixels[i] - MEAN[i / plane]) / DEVIATION[i / plane];
        }
        return network.run(pixels).pooled();
    }

    /** Which network it is; the network itself stays in its file. */
    @Override
    public void writeTo(DataOutputStream out) throws IOException {
        out.writeUTF(fingerprint);
    }

    /** Reads which network it was. */
    BackboneFeatures requireSame(DataInputStream in) throws IOException {
        String wanted = in.readUTF();
        if (!wanted.equals(fingerprint)) {
            throw new IOException("their backbone is the file of SHA-256 " + wanted + ", given is " + fingerprint);
        }
        return this;
    }

    @Override
    public void close() {
        network.close();
    }
}
