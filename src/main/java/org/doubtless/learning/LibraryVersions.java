package org.doubtless.learning;

import ai.djl.Application;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.ejml.EjmlVersion;

/** Which versions of the libraries a model was learnt with, for its provenance. */
public final class LibraryVersions {

    private LibraryVersions() {}

    /** Library → version, or "unknown". */
    public static Map<String, String> all() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("EJML", EjmlVersion.VERSION);
        versions.put("DJL", djl());
        return versions;
    }

    // Engine.getDjlVersion() would load the native library, which not every model needs.
    private static String djl() {
        try (InputStream file = Application.class.getResourceAsStream("/ai/djl/engine/api.properties")) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return properties.getProperty("djl_version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
