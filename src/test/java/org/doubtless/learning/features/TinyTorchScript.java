package org.doubtless.learning.features;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a network of a single rectifier as TorchScript: a ZIP file of code and pickled state. */
final class TinyTorchScript {

    private static final String CODE = """
            class Net(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def forward(self: __torch__.Net,
                image: Tensor) -> Tensor:
                return torch.relu(image)
            """;

    private TinyTorchScript() {}

    static byte[] rectifier() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            // Pickle: an object of class Net with the state {"training": False}.
            add(zip, "data.pkl", "\u0080\u0002c__torch__\nNet\n)\u0081}X\u0008\0\0\0training\u0089sb.");
            add(zip, "code/__torch__.py", CODE);
            add(zip, "constants.pkl", "\u0080\u0002).");
            add(zip, "version", "3\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ZipEntry entry = new ZipEntry("net/" + name);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
