package org.doubtless.dashboard.metrics;

import io.agroal.api.AgroalDataSource;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.Collector;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Answers a scrape with what the database says of jobs, rounds and queues, so that one address knows of all processes.
 * Where the database does not answer, {@code doubtless_database_up} is all there is.
 */
@Singleton
class DatabaseFigures extends Collector {
    private static final Logger LOG = Logger.getLogger(DatabaseFigures.class);
    private static final int PATIENCE_SECONDS = 5;

    private final AgroalDataSource database;
    private final PrometheusMeterRegistry registry;
    private final MetricsConfig config;
    private final Clock clock;
    private final Rising rising = new Rising();
    private List<MetricFamilySamples> known = List.of();
    private Instant knownAt = Instant.MIN;

    DatabaseFigures(AgroalDataSource database, PrometheusMeterRegistry registry, MetricsConfig config, Clock clock) {
        this.database = database;
        this.registry = registry;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        registry.getPrometheusRegistry().register(this);
    }

    void stop(@Observes ShutdownEvent event) {
        registry.getPrometheusRegistry().unregister(this);
    }

    @Override
    public synchronized List<MetricFamilySamples> collect() {
        Instant now = clock.instant();
        if (!knownAt.isAfter(now.minus(config.memory()))) {
            known = read();
            knownAt = now;
        }
        return known;
    }

    private List<MetricFamilySamples> read() {
        List<MetricFamilySamples> families = new ArrayList<>();
        boolean up = true;
        try (Connection connection = database.getConnection()) {
            for (Family family : Family.ALL) {
                families.add(read(connection, family));
            }
        } catch (SQLException e) {
            LOG.warnf("The database's figures were not read: %s", e.getMessage());
            families.clear();
            up = false;
        }
        String name = "doubtless_database_up";
        families.add(new MetricFamilySamples(
                name,
                Type.GAUGE,
                "Whether the database answers",
                List.of(new MetricFamilySamples.Sample(name, List.of(), List.of(), up ? 1 : 0))));
        return families;
    }

    private MetricFamilySamples read(Connection connection, Family family) throws SQLException {
        List<MetricFamilySamples.Sample> samples = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(family.sql())) {
            query.setQueryTimeout(PATIENCE_SECONDS);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    add(row, family, samples);
                }
            }
        }
        Type type =
                switch (family.kind()) {
                    case GAUGE -> Type.GAUGE;
                    case COUNTER -> Type.COUNTER;
                    case SUMMARY -> Type.SUMMARY;
                };
        return new MetricFamilySamples(family.name(), type, family.help(), samples);
    }

    private void add(ResultSet row, Family family, List<MetricFamilySamples.Sample> samples) throws SQLException {
        List<String> labels = new ArrayList<>();
        int column = 1;
        while (column <= family.labels().size()) {
            labels.add(row.getString(column++));
        }
        switch (family.kind()) {
            case GAUGE -> samples.add(sample(family, "", labels, row.getDouble(column)));
            case COUNTER -> samples.add(rising(family, "_total", labels, row.getDouble(column)));
            case SUMMARY -> {
                samples.add(rising(family, "_count", labels, row.getDouble(column)));
                samples.add(rising(family, "_sum", labels, row.getDouble(column + 1)));
            }
        }
    }

    private MetricFamilySamples.Sample rising(Family family, String suffix, List<String> labels, double value) {
        List<String> key = new ArrayList<>(labels);
        key.add(family.name() + suffix);
        return sample(family, suffix, labels, rising.of(key, value));
    }

    private static MetricFamilySamples.Sample sample(Family family, String suffix, List<String> labels, double value) {
        return new MetricFamilySamples.Sample(family.name() + suffix, family.labels(), labels, value);
    }
}
