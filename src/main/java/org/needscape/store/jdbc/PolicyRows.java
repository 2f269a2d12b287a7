package org.needscape.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.ReleaseDecision;
import org.needscape.disclosure.ReleaseState;

/** Policies of data sets, and the decisions about them, in tables. */
final class PolicyRows {

    private final Sql sql;

    PolicyRows(Sql sql) {
        this.sql = sql;
    }

    void save(DatasetPolicy policy) {
        requireDataset(policy.dataset());
        sql.put(
                """
                insert into dataset_policy (largest_hidden_count, zero_is_hidden, rounding_base, minimum_denominator,
                    protection_width, exact_audience, keep_until, marking, release_state, dataset_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                """
                update dataset_policy
                set largest_hidden_count = ?, zero_is_hidden = ?, rounding_base = ?, minimum_denominator = ?,
                    protection_width = ?, exact_audience = ?, keep_until = ?, marking = ?, release_state = ?
                where dataset_id = ?
                """,
                parameters -> parameters
                        .add(policy.rule().threshold())
                        .add(policy.rule().zeroIsDisclosive())
                        .add(policy.rule().roundingBase())
                        .add(policy.rule().minimumDenominator())
                        .add(policy.rule().protectionWidth())
                        .add(policy.exactAudience())
                        .add(policy.keepUntil().map(LocalDate::toString).orElse(""))
                        .add(policy.marking())
                        .add(policy.state().code())
                        .add(policy.dataset()));
    }

    Optional<DatasetPolicy> find(long dataset) {
        return sql.find(
                """
                select dataset_id, largest_hidden_count, zero_is_hidden, rounding_base, minimum_denominator,
                    protection_width, exact_audience, keep_until, marking, release_state
                from dataset_policy
                where dataset_id = ?
                """,
                parameters -> parameters.add(dataset),
                PolicyRows::readPolicy);
    }

    List<DatasetPolicy> list() {
        return sql.list(
                """
                select dataset_id, largest_hidden_count, zero_is_hidden, rounding_base, minimum_denominator,
                    protection_width, exact_audience, keep_until, marking, release_state
                from dataset_policy
                order by dataset_id
                """,
                Sql.Binder.NONE,
                PolicyRows::readPolicy);
    }

    void addDecision(ReleaseDecision decision) {
        // The policy first: its row keeps a second decision waiting, so that the last one that was added is the one
        // that holds.
        int changed = sql.update(
                """
                update dataset_policy
                set release_state = ?
                where dataset_id = ?
                """,
                parameters -> parameters.add(decision.state().code()).add(decision.dataset()));
        if (changed == 0) {
            throw new IllegalArgumentException("The data set " + decision.dataset()
                    + " has no policy that could be decided about: set one first. Nothing was changed.");
        }
        sql.update(
                """
                insert into release_decision (dataset_id, release_state, decided_by, decided, note)
                values (?, ?, ?, ?, ?)
                """,
                parameters -> parameters
                        .add(decision.dataset())
                        .add(decision.state().code())
                        .add(decision.by())
                        .add(decision.at())
                        .add(decision.note()));
    }

    List<ReleaseDecision> listDecisions(long dataset) {
        return sql.list(
                """
                select release_state, decided_by, decided, note
                from release_decision
                where dataset_id = ?
                order by id
                """,
                parameters -> parameters.add(dataset),
                row -> new ReleaseDecision(
                        dataset,
                        ReleaseState.parse(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4)));
    }

    private void requireDataset(long dataset) {
        boolean there = sql.find(
                        """
                        select id
                        from dataset
                        where id = ?
                        """,
                        parameters -> parameters.add(dataset),
                        row -> row.getLong(1))
                .isPresent();
        if (!there) {
            throw new IllegalArgumentException(
                    "There is no data set " + dataset + ", so it gets no policy. Nothing was changed.");
        }
    }

    private static DatasetPolicy readPolicy(ResultSet row) throws SQLException {
        DisclosurePolicy rule =
                new DisclosurePolicy(row.getInt(2), row.getBoolean(3), row.getInt(4), row.getInt(5), row.getInt(6));
        Optional<LocalDate> keepUntil =
                Optional.of(row.getString(8)).filter(day -> !day.isEmpty()).map(LocalDate::parse);
        return new DatasetPolicy(
                row.getLong(1),
                rule,
                row.getString(7),
                keepUntil,
                row.getString(9),
                ReleaseState.parse(row.getString(10)));
    }
}
