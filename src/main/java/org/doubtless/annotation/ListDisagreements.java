package org.doubtless.annotation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doubtless.account.AccountId;
import org.doubtless.account.People;
import org.doubtless.account.Person;
import org.doubtless.project.ProjectId;

/** Reads the images whose readers differ, with what each of them said; by name only where that is asked for. */
@ApplicationScoped
class ListDisagreements {
    private static final String IMAGES = """
            select i.id, i.filename, i.width, i.height, s.epistemic, s.aleatoric
            from image i left join image_score s
              on s.model_version_id = (select published_model from project where id = i.project_id) and s.image_id = i.id
            where i.project_id = ? and i.state = 'disagreement' and i.id > ?
            order by i.id limit ?
            """;
    // Who is the first reader is drawn anew for each image, or the numbers would name people.
    private static final String VOTES = """
            select r.image_id, r.outcome, c.name, r.note, r.account_id
            from reading r left join project_class c on c.id = r.class_id
            where r.image_id = any (?)
            order by r.image_id, drawn_lot(r.account_id, r.image_id, 'reader'), r.account_id
            """;

    private final AgroalDataSource database;
    private final People people;

    ListDisagreements(AgroalDataSource database, People people) {
        this.database = database;
        this.people = people;
    }

    private record Vote(String outcome, String label, String note, AccountId account) {}

    /** Up to this many, by id, after this one; with the names of the readers or without. */
    List<Disagreement> list(ProjectId project, long after, int limit, boolean names) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(IMAGES)) {
            query.setLong(1, project.value());
            query.setLong(2, after);
            query.setInt(3, limit);
            List<Disagreement> images = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    images.add(image(row));
                }
            }
            Map<Long, List<Vote>> votes =
                    votes(connection, images.stream().map(Disagreement::image).toList());
            Map<AccountId, Person> known = names ? people.find(accounts(votes)) : Map.of();
            return images.stream()
                    .map(image -> image.with(readers(votes.getOrDefault(image.image(), List.of()), known)))
                    .toList();
        }
    }

    long count(ProjectId project) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select count(*) from image where project_id = ? and state = 'disagreement'")) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Disagreement image(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        return new Disagreement(
                id,
                "/api/images/" + id + "/view",
                "/api/images/" + id + "/thumbnail",
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getObject(5, Float.class),
                row.getObject(6, Float.class),
                List.of());
    }

    private static Map<Long, List<Vote>> votes(Connection connection, List<Long> images) throws SQLException {
        Map<Long, List<Vote>> votes = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(VOTES)) {
            query.setArray(1, connection.createArrayOf("bigint", images.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    votes.computeIfAbsent(row.getLong(1), image -> new ArrayList<>())
                            .add(new Vote(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    new AccountId(row.getLong(5))));
                }
            }
        }
        return votes;
    }

    private static Set<AccountId> accounts(Map<Long, List<Vote>> votes) {
        return votes.values().stream().flatMap(List::stream).map(Vote::account).collect(Collectors.toSet());
    }

    private static List<Disagreement.Reader> readers(List<Vote> votes, Map<AccountId, Person> known) {
        List<Disagreement.Reader> readers = new ArrayList<>();
        for (Vote vote : votes) {
            String name = Optional.ofNullable(known.get(vote.account()))
                    .map(Person::name)
                    .orElse(null);
            readers.add(new Disagreement.Reader(readers.size() + 1, name, vote.outcome(), vote.label(), vote.note()));
        }
        return readers;
    }
}
