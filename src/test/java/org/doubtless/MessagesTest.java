package org.doubtless;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What can be read in one language can be read in the other. That the scripts' two catalogues agree, the compiler says. */
class MessagesTest {
    private static final Path BUNDLES = Path.of("src", "main", "resources", "messages");
    private static final Path SCRIPTS = Path.of("web", "app", "messages", "zh");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{4,}");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|`((?:\\$\\{[^`]*?}|[^`])*?)`");
    /** Names that Chinese has, too: of file formats, keys, statistics and examples. */
    private static final Set<String> NAMES = Set.of(
            "JPEG", "TIFF", "WebP", "JSON", "COCO", "Enter", "Cohen", "cron", "Asia", "Shanghai", "Hans", "ctrl");

    @TestFactory
    Stream<DynamicTest> everyBundleIsWholeInChinese() {
        return bundles()
                .map(bundle -> DynamicTest.dynamicTest(
                        bundle.getAnnotation(MessageBundle.class).value(), () -> assertWhole(bundle)));
    }

    @Test
    void thereIsNoFileWithoutItsBundle() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(bundles()
                            .map(bundle ->
                                    bundle.getAnnotation(MessageBundle.class).value() + "_zh.properties")
                            .toList());
        }
    }

    @Test
    void theScriptsSayNothingInEnglishToWhoReadsChinese() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file : files.toList()) {
                String texts = Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("import") && !line.startsWith("export"))
                        .flatMap(line -> QUOTED.matcher(line).results().map(MatchResult::group))
                        .map(text -> text.replaceAll("\\$\\{[^}]*}?", ""))
                        .collect(Collectors.joining("\n"));
                assertThat(texts).as(file.toString()).isNotBlank();
                assertThat(englishIn(texts)).as(file.toString()).isEmpty();
            }
        }
    }

    private static Stream<? extends Class<?>> bundles() {
        return ProductClasses.all().stream()
                .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                .map(type -> type.reflect());
    }

    private static void assertWhole(Class<?> bundle) throws IOException {
        Properties chinese = new Properties();
        String name = bundle.getAnnotation(MessageBundle.class).value() + "_zh.properties";
        try (Reader file = Files.newBufferedReader(BUNDLES.resolve(name))) {
            chinese.load(file);
        }
        List<Method> messages = Arrays.asList(bundle.getDeclaredMethods());
        assertThat(chinese.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().map(Method::getName).toList());
        for (Method message : messages) {
            String text = chinese.getProperty(message.getName());
            assertThat(placeholders(text))
                    .as(message.getName())
                    .isEqualTo(placeholders(message.getAnnotation(Message.class).value()));
            assertThat(englishIn(PLACEHOLDER.matcher(text).replaceAll("")))
                    .as(message.getName())
                    .isEmpty();
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> englishIn(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> !NAMES.contains(word))
                .toList();
    }
}
