package org.needscape.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.geoio.table.AuthorityFile;
import org.needscape.geoio.table.AuthorityTables;
import org.needscape.geoio.table.TableRequest;
import org.needscape.indicator.Period;
import org.needscape.indicator.ValueState;
import org.needscape.store.AuthorityStore;

/** A file about whole authorities on its way into the store. */
final class AuthorityImport {

    private final AuthorityStore store;

    AuthorityImport(AuthorityStore store) {
        this.store = store;
    }

    private record Key(AreaCode authority, AuthorityMeasure measure, Period period, String category) {

        static Key of(AuthorityFigure figure) {
            return new Key(figure.authority(), figure.measure(), figure.period(), figure.category());
        }
    }

    /** Reads the file and keeps what it says, in place of what was there under the same keys. */
    AuthorityTables run(TableRequest table, long dataset) {
        AuthorityTables tables = AuthorityFile.read(table, store.listAuthorities());
        store.saveAuthorities(dataset, tables.authorities());
        store.saveFigures(dataset, withKnownRates(tables.figures()));
        store.saveDeprivation(dataset, tables.deprivation());
        store.saveNeighbours(dataset, tables.neighbours());
        store.saveDeciles(dataset, tables.deciles());
        return tables;
    }

    /** Later editions leave rates and populations out: those of an earlier one stay where its number did not change. */
    private List<AuthorityFigure> withKnownRates(List<AuthorityFigure> figures) {
        Map<Key, AuthorityFigure> before = new HashMap<>();
        Set<Key> subjects = new TreeSet<>((one, other) -> one.measure() == other.measure()
                ? one.period().compareTo(other.period())
                : one.measure().compareTo(other.measure()));
        figures.forEach(figure -> subjects.add(Key.of(figure)));
        subjects.forEach(subject -> store.listFigures(subject.measure(), subject.period())
                .forEach(figure -> before.put(Key.of(figure), figure)));
        return figures.stream()
                .map(figure -> completed(figure, before.getOrDefault(Key.of(figure), figure)))
                .toList();
    }

    private static AuthorityFigure completed(AuthorityFigure now, AuthorityFigure before) {
        if (!now.number().isKnown() || !now.number().equals(before.number())) {
            return now;
        }
        return new AuthorityFigure(
                now.authority(),
                now.measure(),
                now.period(),
                now.category(),
                now.number(),
                now.ratePer10000().state() == ValueState.NOT_AVAILABLE ? before.ratePer10000() : now.ratePer10000(),
                now.population().state() == ValueState.NOT_AVAILABLE ? before.population() : now.population(),
                now.flags());
    }
}
