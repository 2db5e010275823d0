package org.doubtless.round.agreement;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doubtless.account.AccountId;
import org.doubtless.account.People;
import org.doubtless.account.Person;
import org.doubtless.account.SignedIn;
import org.doubtless.learning.evaluation.Proportion;
import org.doubtless.project.MayKnowArm;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ShowArm;

/** Reads how well people do on gold images and repeats: leads everybody, all others themselves. */
@ApplicationScoped
public class ReadChecks {
    private static final int TOLD_BY = 10;

    private final AgroalDataSource database;
    private final People people;
    private final SignedIn signedIn;
    private final MayKnowArm mayKnowArm;

    ReadChecks(AgroalDataSource database, People people, SignedIn signedIn, MayKnowArm mayKnowArm) {
        this.database = database;
        this.people = people;
        this.signedIn = signedIn;
        this.mayKnowArm = mayKnowArm;
    }

    public ChecksView of(ProjectId project) throws SQLException {
        CheckAnswers answers;
        try (Connection connection = database.getConnection()) {
            answers = CheckAnswers.of(connection, project);
        }
        boolean all = mayKnowArm.in(project) == ShowArm.YES;
        AccountId me = signedIn.id();
        Set<AccountId> shown = all
                ? Stream.concat(answers.gold().stream(), answers.repeats().stream())
                        .map(CheckAnswers.Pair::account)
                        .collect(Collectors.toSet())
                : Set.of(me);
        Map<AccountId, Person> known = people.find(List.copyOf(shown));
        return new ChecksView(shown.stream()
                .map(account -> new ChecksView.Reader(
                        account.value(),
                        Optional.ofNullable(known.get(account))
                                .map(Person::name)
                                .orElse("account " + account),
                        account.equals(me),
                        part(answers.gold(), account, all),
                        part(answers.repeats(), account, all)))
                .sorted(Comparator.comparing(ChecksView.Reader::name))
                .toList());
    }

    private static ChecksView.Part part(List<CheckAnswers.Pair> pairs, AccountId account, boolean all) {
        List<CheckAnswers.Pair> own =
                pairs.stream().filter(pair -> pair.account().equals(account)).toList();
        List<CheckAnswers.Pair> told = all ? own : own.subList(0, own.size() / TOLD_BY * TOLD_BY);
        List<CheckAnswers.Pair> others = all
                ? pairs.stream().filter(pair -> !pair.account().equals(account)).toList()
                : List.of();
        return new ChecksView.Part(
                told.size(),
                right(told),
                AgreementView.Estimate.of(share(told)),
                AgreementView.Estimate.of(share(others)),
                told.isEmpty() || others.isEmpty() ? null : byChance(told, others),
                mostOften(told));
    }

    private static int right(List<CheckAnswers.Pair> pairs) {
        return (int) pairs.stream().filter(CheckAnswers.Pair::same).count();
    }

    private static Optional<Proportion> share(List<CheckAnswers.Pair> pairs) {
        return pairs.isEmpty() ? Optional.empty() : Optional.of(Proportion.wilson(right(pairs), pairs.size()));
    }

    /** Whether Newcombe's 95 % interval of the difference, made of both Wilson's, holds 0. */
    private static boolean byChance(List<CheckAnswers.Pair> own, List<CheckAnswers.Pair> others) {
        Proportion a = share(own).orElseThrow();
        Proportion b = share(others).orElseThrow();
        double difference = a.value() - b.value();
        double below = Math.hypot(a.value() - a.low(), b.high() - b.value());
        double above = Math.hypot(a.high() - a.value(), b.value() - b.low());
        return difference - below <= 0 && difference + above >= 0;
    }

    private static ChecksView.Otherwise mostOften(List<CheckAnswers.Pair> pairs) {
        return pairs.stream()
                .filter(pair -> !pair.same())
                .map(pair -> List.of(pair.expected(), pair.said()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(one -> one.getValue() > 1)
                .max(Map.Entry.<List<String>, Long>comparingByValue()
                        .thenComparing(one -> one.getKey().toString()))
                .map(one -> new ChecksView.Otherwise(
                        one.getKey().get(0), one.getKey().get(1), one.getValue().intValue()))
                .orElse(null);
    }
}
