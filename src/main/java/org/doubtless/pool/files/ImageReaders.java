package org.doubtless.pool.files;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * One reader for each format, named here rather than found: what ImageIO finds by itself depends on the class loader of
 * the thread that asks first.
 */
final class ImageReaders {
    private final Map<ImageFormat, ImageReaderSpi> providers = new EnumMap<>(ImageFormat.class);

    ImageReaders() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        JPEGImageReaderSpi jpeg = new JPEGImageReaderSpi();
        // Registration is what makes it look up the JDK's reader, on which it builds.
        registry.registerServiceProvider(jpeg, ImageReaderSpi.class);
        providers.put(ImageFormat.JPEG, jpeg);
        providers.put(ImageFormat.PNG, ofJdk(registry, "png"));
        providers.put(ImageFormat.GIF, ofJdk(registry, "gif"));
        providers.put(ImageFormat.BMP, new BMPImageReaderSpi());
        providers.put(ImageFormat.TIFF, new TIFFImageReaderSpi());
        providers.put(ImageFormat.WEBP, new WebPImageReaderSpi());
    }

    /** A reader for one picture; the caller disposes of it. */
    ImageReader open(ImageFormat format) throws IOException {
        return providers.get(format).createReaderInstance();
    }

    private static ImageReaderSpi ofJdk(IIORegistry registry, String name) {
        Iterator<ImageReaderSpi> all = registry.getServiceProviders(ImageReaderSpi.class, true);
        while (all.hasNext()) {
            ImageReaderSpi provider = all.next();
            boolean jdk = provider.getClass().getModule().getName() != null
                    && provider.getClass().getModule().getName().equals("java.desktop");
            if (jdk && java.util.Arrays.asList(provider.getFormatNames()).contains(name)) {
                return provider;
            }
        }
        throw new IllegalStateException("This Java has no reader for " + name + ". Use a full JDK 17 or newer.");
    }
}
