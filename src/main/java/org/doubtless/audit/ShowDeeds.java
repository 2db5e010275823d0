package org.doubtless.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doubtless.project.ProjectId;

/** Gathers a page of the log. */
@ApplicationScoped
class ShowDeeds {
    private static final int PAGE = 100;
    // By way of the few accounts, each looked up in the index, not of the many deeds.
    private static final String PERSONS = """
            select a.id, a.name from account a
            where exists (select from deed d where d.account_id = a.id and (?::bigint is null or d.project_id = ?))
            order by lower(a.name), a.id
            """;
    private static final String PROJECTS = """
            with recursive ids as (
              select min(project_id) as id from deed
              union all
              select (select min(d.project_id) from deed d where d.project_id > ids.id) from ids where ids.id is not null)
            select ids.id, (select d.project_name from deed d where d.project_id = ids.id and d.project_name is not null
                            order by d.id desc limit 1)
            from ids where ids.id is not null
            order by 2, 1
            """;
    /** What the page writes without its name. */
    private static final Set<String> PLAIN = Set.of("changed", "name");

    private final ReadDeeds readDeeds;
    private final AgroalDataSource database;

    ShowDeeds(ReadDeeds readDeeds, AgroalDataSource database) {
        this.readDeeds = readDeeds;
        this.database = database;
    }

    ShownDeeds show(String address, DeedFilter filter, DeedQuery query) throws SQLException, IOException {
        List<DoneDeed> found = readDeeds.newest(filter, PAGE + 1);
        List<DoneDeed> shown = found.subList(0, Math.min(PAGE, found.size()));
        String filters = filters(query);
        boolean installation = address.equals("/audit");
        return new ShownDeeds(
                address,
                shown.stream().map(ShowDeeds::row).toList(),
                persons(installation ? null : filter.project()),
                installation ? choices(PROJECTS) : List.of(),
                Arrays.stream(Deed.values())
                        .map(deed -> new ShownDeeds.Kind(deed.word(), deed.message()))
                        .toList(),
                query,
                filters,
                found.size() > PAGE
                        ? (filters.isEmpty() ? "" : filters + "&") + "before="
                                + shown.get(PAGE - 1).id()
                        : "");
    }

    private static ShownDeeds.Row row(DoneDeed deed) {
        return new ShownDeeds.Row(
                deed,
                Deed.ofWord(deed.deed()).map(Deed::message).orElse(""),
                deed.things().entrySet().stream().map(ShowDeeds::thing).toList());
    }

    private static String thing(Map.Entry<String, String> thing) {
        return PLAIN.contains(thing.getKey()) ? thing.getValue() : thing.getKey() + " " + thing.getValue();
    }

    private static String filters(DeedQuery query) {
        return Stream.of(
                        new String[] {"person", query.person},
                        new String[] {"project", query.project},
                        new String[] {"deed", query.deed},
                        new String[] {"from", query.from},
                        new String[] {"until", query.until})
                .filter(pair -> pair[1] != null && !pair[1].isBlank())
                .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private List<ShownDeeds.Choice> persons(ProjectId project) throws SQLException {
        Long id = project == null ? null : project.value();
        return choices(PERSONS, id, id);
    }

    private List<ShownDeeds.Choice> choices(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int k = 0; k < values.length; k++) {
                query.setObject(k + 1, values[k]);
            }
            List<ShownDeeds.Choice> choices = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(2);
                    choices.add(new ShownDeeds.Choice(row.getLong(1), name == null ? row.getString(1) : name));
                }
            }
            return choices;
        }
    }
}
