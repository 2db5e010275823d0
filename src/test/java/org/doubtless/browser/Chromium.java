package org.doubtless.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** A real browser without a window. Where none is installed, the tests that need it are skipped and say so. */
final class Chromium implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Chromium.class);
    static final String NONE = "no chromium found: the browser test is skipped; install Debian's 'chromium' to run it";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // A server that is reached by a name and without TLS, as in a local network.
            "--host-resolver-rules=MAP doubtless.test 127.0.0.1");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path binary) {
        PlaywrightAssertions.setDefaultAssertionTimeout(Visit.PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(binary)
                        .setArgs(ARGUMENTS));
    }

    /** Empty, and said so, where no browser is installed. */
    static Optional<Chromium> open() {
        Optional<Path> binary = find();
        if (binary.isEmpty()) {
            LOG.warn(NONE);
        }
        return binary.map(Chromium::new);
    }

    /** A visitor with cookies and storage of their own. */
    Visit visit(String address) {
        return new Visit(browser, address);
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> find() {
        Stream<Path> onPath = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(Stream.of(Path.of("/usr/bin/chromium")), onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
