package org.doubtless.dashboard.system;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** How the installation is, in words, and what fills its disk. */
@Path("/system")
@Produces(MediaType.TEXT_HTML)
public class SystemPage {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final double STEP = 1000;

    private final ReadSystem readSystem;

    SystemPage(ReadSystem readSystem) {
        this.readSystem = readSystem;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance system(SystemState system);
    }

    @GET
    @Access(Who.ADMINISTRATOR)
    public TemplateInstance show() throws SQLException, IOException {
        return Templates.system(readSystem.read());
    }

    /** For instance "612 MB" or "3.1 GB". */
    @TemplateExtension(namespace = "size")
    static String of(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        return String.format(Locale.ENGLISH, value < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }

    /** A part of a whole as the style sheet takes it. */
    @TemplateExtension(namespace = "size")
    static String share(long part, long whole) {
        return String.format(Locale.ENGLISH, "%.4f", whole == 0 ? 0 : (double) part / whole);
    }

    @TemplateExtension(namespace = "size")
    static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
