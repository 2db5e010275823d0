package org.doubtless.round.agreement;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.doubtless.account.AccountId;
import org.doubtless.account.People;
import org.doubtless.account.Person;
import org.doubtless.learning.evaluation.Agreement;
import org.doubtless.learning.evaluation.Proportion;
import org.doubtless.project.Project;

/** Computes how far a project's readers agree, from what they say now. */
@ApplicationScoped
public class ReadAgreement {
    private final AgroalDataSource database;
    private final People people;

    ReadAgreement(AgroalDataSource database, People people) {
        this.database = database;
        this.people = people;
    }

    public AgreementView of(Project project) throws SQLException {
        Readings readings;
        try (Connection connection = database.getConnection()) {
            readings = Readings.of(connection, project.id(), project.labels());
        }
        int images = readings.images().size();
        int same = (int) readings.images().stream()
                .filter(said -> readings.allAgree(said))
                .count();
        return new AgreementView(
                images,
                same,
                share(same, images),
                figure(readings.counts(), Agreement::alpha, project),
                fleiss(readings, project),
                pairs(readings, project));
    }

    private static AgreementView.Fleiss fleiss(Readings readings, Project project) {
        int[][] counts = readings.countsOfUsualNumber();
        AgreementView.Estimate kappa = figure(counts, Agreement::fleissKappa, project);
        int readers = counts.length == 0 ? 0 : Arrays.stream(counts[0]).sum();
        return kappa == null ? null : new AgreementView.Fleiss(counts.length, readers, kappa);
    }

    private List<AgreementView.PairView> pairs(Readings readings, Project project) {
        Map<Readings.Pair, List<int[]>> pairs = readings.pairs();
        Map<AccountId, Person> known = people.find(pairs.keySet().stream()
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .toList());
        List<AgreementView.PairView> views = new ArrayList<>();
        pairs.forEach((pair, said) -> {
            int same = (int) said.stream().filter(two -> two[0] == two[1]).count();
            views.add(new AgreementView.PairView(
                    name(known, pair.first()),
                    name(known, pair.second()),
                    said.size(),
                    same,
                    share(same, said.size()),
                    figure(
                            said.toArray(int[][]::new),
                            rows -> Agreement.cohenKappa(table(rows, readings.categories())),
                            project)));
        });
        views.sort(Comparator.comparing(AgreementView.PairView::first).thenComparing(AgreementView.PairView::second));
        return views;
    }

    private static String name(Map<AccountId, Person> known, AccountId account) {
        return Optional.ofNullable(known.get(account)).map(Person::name).orElse("account " + account);
    }

    private static int[][] table(int[][] pairs, int categories) {
        int[][] table = new int[categories][categories];
        for (int[] pair : pairs) {
            table[pair[0]][pair[1]]++;
        }
        return table;
    }

    private static AgreementView.Estimate share(int same, int images) {
        return AgreementView.Estimate.of(images == 0 ? Optional.empty() : Optional.of(Proportion.wilson(same, images)));
    }

    private static AgreementView.Estimate figure(int[][] rows, Agreement.Figure figure, Project project) {
        return AgreementView.Estimate.of(Agreement.withInterval(rows, figure, project.seed()));
    }
}
