package org.needscape.store.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.needscape.progress.Progress;
import org.needscape.store.MoveReport;
import org.needscape.store.StoreException;

/** One run of a move, from the mark that it sets or finds to the one transaction that makes the target a store. */
final class MoveRun {

    private final MovePlace source;
    private final MoveSide from;
    private final MovePlace target;
    private final MoveSide to;
    private final int chunkRows;
    private final Progress listener;
    private final List<String> notes = new ArrayList<>();

    /** What the source holds, by table. */
    private final Map<MovedTable, TableHash.Content> contents = new LinkedHashMap<>();

    MoveRun(MovePlace source, MoveSide from, MovePlace target, MoveSide to, int chunkRows, Progress listener) {
        this.source = source;
        this.from = from;
        this.target = target;
        this.to = to;
        this.chunkRows = chunkRows;
        this.listener = listener;
    }

    MoveReport run() {
        from.beginRead();
        if (!to.lockForMove()) {
            throw new StoreException("The store " + to.location()
                    + " is being moved into by another Needscape process: wait until that has ended.");
        }
        long revision = revision(from);
        RowCounts wanted = RowCounts.read(from.sql());
        MoveProgress progress = new MoveProgress(listener, wanted.total());
        Optional<MoveMark> mark = findMark();
        RowCounts present = RowCounts.read(to.sql());
        if (mark.isEmpty() && present.total() > 0) {
            requireMoved(revision, wanted, present, progress);
            notes.add("It was all there already, so nothing was left to do.");
            return report();
        }
        if (mark.isEmpty()) {
            target.whileNotServed(() -> begin(revision));
        }
        String outcome = " What was copied stays in " + to.location() + ": run the same command again to go on.";
        from.setOutcome(outcome);
        to.setOutcome(outcome);
        if (mark.isPresent()) {
            present = goOn(mark.get(), revision, wanted, present);
        }
        for (MovedTable table : MovedTables.IN_CHUNKS) {
            copy(table, present.of(table), progress);
        }
        check(progress);
        finish(revision, progress);
        return report();
    }

    private Optional<MoveMark> findMark() {
        Optional<MoveMark> mark = MoveMark.find(to.sql());
        to.rollback();
        mark.filter(found -> !found.source().equals(source.plainText())).ifPresent(other -> {
            throw new StoreException("The store " + to.location() + " is not whole yet: a move from " + other.source()
                    + " into it was interrupted. Finish that one, or name another store. Nothing was changed.");
        });
        return mark;
    }

    /** Sets the mark, unless somebody has put something into the store since it was looked at. */
    private void begin(long revision) {
        StateRow.lock(to.sql());
        if (RowCounts.read(to.sql()).total() > 0) {
            throw notEmpty();
        }
        new MoveMark(source.plainText(), revision).insert(to.sql());
        to.commit();
    }

    /** Returns what is there of the rows that are wanted. */
    private RowCounts goOn(MoveMark mark, long revision, RowCounts wanted, RowCounts present) {
        boolean usable = MovedTables.IN_CHUNKS.stream().allMatch(table -> present.of(table) <= wanted.of(table));
        if (mark.revision() == revision && usable) {
            notes.add(String.format(Locale.UK, "An earlier run had copied %,d rows already.", present.total()));
            return present;
        }
        notes.add("What an earlier run had copied was deleted and copied anew, because "
                + (mark.revision() == MoveMark.TO_BE_EMPTIED || mark.revision() == revision
                        ? "it was not the same as in "
                        : "something has changed since in ")
                + from.location() + ".");
        // A run that is ended in the middle of this must not take what is left for the first rows of each table.
        MoveMark.setRevision(to.sql(), MoveMark.TO_BE_EMPTIED);
        to.commit();
        for (int i = MovedTables.CONTENT.size() - 1; i >= 0; i--) {
            MovedTables.CONTENT.get(i).empty(to.sql());
            to.commit();
        }
        MoveMark.setRevision(to.sql(), revision);
        to.commit();
        return RowCounts.NONE;
    }

    private void copy(MovedTable table, long present, MoveProgress progress) {
        progress.begin("Copying " + table.label());
        TableCopy copy = new TableCopy(table, present, chunkRows, rows -> {
            table.add(to.sql(), rows);
            to.commit();
            progress.report();
        });
        TableHash hash = copy.run(from.sql(), progress::row);
        if (hash.unsound() > 0) {
            throw new StoreException(String.format(
                    Locale.UK,
                    "In the store %s %,d areas have a name or boundary that another program has changed: import their"
                            + " boundaries again, then run the same command again.",
                    from.location(),
                    hash.unsound()));
        }
        contents.put(table, hash.content());
    }

    private void check(MoveProgress progress) {
        for (MovedTable table : MovedTables.IN_CHUNKS) {
            progress.begin("Checking " + table.label());
            TableHash.Content there = hash(to, table, progress);
            TableHash.Content wanted = content(table);
            if (!there.equals(wanted)) {
                throw different(table, wanted, there);
            }
        }
        to.rollback();
    }

    /** In one transaction: what is copied whole, its check, and the end of the mark. */
    private void finish(long revision, MoveProgress progress) {
        // Before the transaction, because H2 ends one with every change of a table itself.
        for (MovedTable table : MovedTables.ALL) {
            if (table.isNumbered()) {
                table.numberOn(from.sql(), to.sql());
            }
        }
        to.commit();
        for (MovedTable table : MovedTables.AT_THE_END) {
            table.empty(to.sql());
            TableCopy copy = new TableCopy(table, 0, chunkRows, rows -> table.add(to.sql(), rows));
            TableHash.Content wanted = copy.run(from.sql(), progress::row).content();
            TableHash.Content there = hash(to, table, progress);
            if (!there.equals(wanted)) {
                throw different(table, wanted, there);
            }
            contents.put(table, wanted);
        }
        from.rollback();
        if (revision(from) != revision) {
            to.rollback();
            throw new StoreException("The store " + from.location() + " was changed while it was being moved: run the"
                    + " same command again when no import into it is under way, and everything is copied anew.");
        }
        MoveMark.delete(to.sql());
        to.commit();
    }

    /** @throws StoreException unless the target holds the same as the source, as at the end of a move */
    private void requireMoved(long revision, RowCounts wanted, RowCounts present, MoveProgress progress) {
        if (revision(to) != revision || !present.equals(wanted)) {
            throw notEmpty();
        }
        for (MovedTable table : MovedTables.ALL) {
            progress.begin("Checking " + table.label());
            TableHash.Content content = hash(from, table, progress);
            if (!content.equals(hash(to, table, progress))) {
                throw notEmpty();
            }
            contents.put(table, content);
        }
    }

    private StoreException notEmpty() {
        return new StoreException("The store " + to.location()
                + " holds something already, and a store can only be moved into an empty one: name another."
                + " Nothing was changed.");
    }

    /** The next run copies everything anew: what differs may be anywhere. */
    private StoreException different(MovedTable table, TableHash.Content wanted, TableHash.Content there) {
        to.rollback();
        MoveMark.setRevision(to.sql(), MoveMark.TO_BE_EMPTIED);
        to.commit();
        String difference = wanted.rows() == there.rows()
                ? "its content hash is another"
                : String.format(Locale.UK, "it has %,d rows and not %,d", there.rows(), wanted.rows());
        return new StoreException("The table " + table.name() + " in " + to.location()
                + " did not become the same as in " + from.location() + ", " + difference + ": run the same command"
                + " again to copy everything anew. " + from.location() + " was left as it was.");
    }

    private MoveReport report() {
        List<MoveReport.Table> tables = MovedTables.CONTENT.stream()
                .map(table -> new MoveReport.Table(table.label(), content(table).rows()))
                .filter(table -> table.rows() > 0)
                .toList();
        return new MoveReport(tables, notes);
    }

    private TableHash.Content content(MovedTable table) {
        return contents.getOrDefault(table, TableHash.Content.NONE);
    }

    private static TableHash.Content hash(MoveSide side, MovedTable table, MoveProgress progress) {
        TableHash hash = new TableHash(table);
        table.forEachRow(side.sql(), row -> {
            hash.add(row);
            progress.row();
        });
        return hash.content();
    }

    private static long revision(MoveSide side) {
        return side.sql()
                .find("select revision from store_state", Sql.Binder.NONE, row -> row.getLong(1))
                .orElse(0L);
    }
}
