package org.doubtless.account;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/** How people want the labelling page, on the server, so that they have it so on every machine. */
@ApplicationScoped
class KeptDesk {
    private final AgroalDataSource database;

    KeptDesk(AgroalDataSource database) {
        this.database = database;
    }

    DeskSettings of(AccountId account) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select show_why from account_desk where account_id = ?")) {
            query.setLong(1, account.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? new DeskSettings(row.getBoolean(1)) : DeskSettings.USUAL;
            }
        }
    }

    void put(AccountId account, DeskSettings desk) throws SQLException {
        String sql = "insert into account_desk (account_id, show_why) values (?, ?)"
                + " on conflict (account_id) do update set show_why = excluded.show_why";
        try (Connection connection = database.getConnection();
                PreparedStatement put = connection.prepareStatement(sql)) {
            put.setLong(1, account.value());
            put.setBoolean(2, desk.showWhy());
            put.executeUpdate();
        }
    }

    DailyGoal goal(AccountId account) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select daily_goal from account_desk where account_id = ?")) {
            query.setLong(1, account.value());
            try (ResultSet row = query.executeQuery()) {
                return new DailyGoal(row.next() ? row.getObject(1, Integer.class) : null);
            }
        }
    }

    void put(AccountId account, DailyGoal goal) throws SQLException {
        String sql = "insert into account_desk (account_id, show_why, daily_goal) values (?, ?, ?)"
                + " on conflict (account_id) do update set daily_goal = excluded.daily_goal";
        try (Connection connection = database.getConnection();
                PreparedStatement put = connection.prepareStatement(sql)) {
            put.setLong(1, account.value());
            put.setBoolean(2, DeskSettings.USUAL.showWhy());
            put.setObject(3, goal.images(), Types.INTEGER);
            put.executeUpdate();
        }
    }
}
