package org.doubtless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.doubtless.Endpoints.Endpoint;
import org.junit.jupiter.api.Test;

/** Whether docs/api.md names the calls that there are, all of them and no others. */
class ApiPageTest {
    private static final Path PAGE = Path.of("docs", "api.md");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    /** A verb, a path or both; what follows, a query or a body, says how it is called. */
    private static final Pattern CALL =
            Pattern.compile("(?:(GET|POST|PUT|PATCH|DELETE)\\b ?)?((?:/api/|…)[^? ]*)?(?:[? ].*|\\{.*)?");

    @Test
    void every_call_is_on_the_page_and_every_one_on_the_page_is_there() throws IOException {
        Set<String> there = Endpoints.in(ProductClasses.all()).stream()
                .filter(Endpoint::isApi)
                .map(endpoint -> unnamed(endpoint.toString()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = described(Files.readAllLines(PAGE));
        assertThat(described).as("calls that docs/api.md names").containsExactlyElementsOf(there);
    }

    @Test
    void what_a_row_leaves_out_is_what_stands_before_it() {
        assertThat(described(List.of(
                        "| call | does |",
                        "|---|---|",
                        "| `GET /api/a/{p}?x=`, `…/csv`, `PUT`, `DELETE …/{k}` `{x: 1}` | not `GET /api/b` |",
                        "| `GET`, `POST {label} `, `PATCH /api/c` (lead) | |",
                        "",
                        "`GET /api/d?x=` alone, and `GET …/e` is a mention.",
                        "| other | table |",
                        "| `GET /api/f` | |")))
                .containsExactly(
                        "DELETE /api/a/{}/{}",
                        "GET /api/a/{}",
                        "GET /api/a/{}/csv",
                        "GET /api/c",
                        "GET /api/d",
                        "PATCH /api/c",
                        "POST /api/c",
                        "PUT /api/a/{}/{}");
    }

    /** The calls in the first column of tables of calls, and those that a line begins with. */
    private static Set<String> described(List<String> lines) {
        Set<String> calls = new TreeSet<>();
        boolean isInTable = false;
        for (String line : lines) {
            if (!line.startsWith("|")) {
                isInTable = false;
                if (line.matches("`[A-Z]+ /api/.*")) {
                    addCalls(line.substring(0, line.indexOf('`', 1) + 1), calls);
                }
            } else if (isInTable) {
                addCalls(line.split("\\|")[1], calls);
            } else {
                isInTable = line.startsWith("| call");
            }
        }
        return calls;
    }

    private static void addCalls(String cell, Set<String> calls) {
        List<String> verbs = new ArrayList<>();
        String last = null;
        String whole = null;
        Matcher code = CODE.matcher(cell);
        while (code.find()) {
            Matcher call = CALL.matcher(code.group(1));
            if (!call.matches() || call.group(1) == null && call.group(2) == null) {
                continue;
            }
            if (call.group(1) != null) {
                verbs.add(call.group(1));
            }
            if (call.group(2) == null) {
                continue;
            }
            boolean isShort = call.group(2).startsWith("…");
            assertThat(isShort && whole == null)
                    .as("%s goes on from nothing: %s", code.group(1), cell)
                    .isFalse();
            String path = isShort ? whole + call.group(2).substring(1) : call.group(2);
            whole = isShort ? whole : path;
            if (verbs.isEmpty()) {
                verbs.add(last);
            }
            verbs.forEach(verb -> calls.add(unnamed(verb + " " + path)));
            last = verbs.get(verbs.size() - 1);
            verbs.clear();
        }
    }

    private static String unnamed(String call) {
        return call.replaceAll("\\{[^}]*}", "{}");
    }
}
