package org.needscape.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityDeciles;
import org.needscape.authority.AuthorityDeprivation;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityLevel;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.authority.StatisticalNeighbour;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.store.AuthorityStore;

/** Authorities and what is published about them in tables. */
final class JdbcAuthorityStore implements AuthorityStore {

    private final Sql sql;
    private final AuthorityFigureRows figures;
    private final AuthorityComparisonRows comparisons;
    private final AuthorityDecileRows deciles;

    JdbcAuthorityStore(Sql sql) {
        this.sql = sql;
        figures = new AuthorityFigureRows(sql);
        comparisons = new AuthorityComparisonRows(sql);
        deciles = new AuthorityDecileRows(sql);
    }

    @Override
    public void saveAuthorities(long dataset, Collection<Authority> authorities) {
        requireDataset(dataset);
        Map<AreaCode, Authority> known =
                listAuthorities().stream().collect(Collectors.toMap(Authority::code, authority -> authority));
        Map<AreaCode, Authority> latest = new LinkedHashMap<>();
        authorities.forEach(authority ->
                latest.put(authority.code(), completed(authority, Optional.ofNullable(known.get(authority.code())))));
        sql.save(
                """
                update authority
                set name = ?, level = ?, region_code = ?, number = ?, dataset_id = ?
                where code = ?
                """,
                """
                insert into authority (name, level, region_code, number, dataset_id, code)
                values (?, ?, ?, ?, ?, ?)
                """,
                latest.values(),
                (parameters, authority) -> parameters
                        .add(authority.name())
                        .add(authority.level().name())
                        .add(authority.region().map(AreaCode::value).orElse(""))
                        .add(authority.number())
                        .add(dataset)
                        .add(authority.code().value()));
    }

    private static Authority completed(Authority authority, Optional<Authority> known) {
        return new Authority(
                authority.code(),
                authority.name(),
                authority.level(),
                authority.region().or(() -> known.flatMap(Authority::region)),
                authority.number().isEmpty() ? known.map(Authority::number).orElse("") : authority.number());
    }

    @Override
    public Optional<Authority> findAuthority(AreaCode code) {
        return sql.find(
                """
                select code, name, level, region_code, number
                from authority
                where code = ?
                """,
                parameters -> parameters.add(code.value()),
                JdbcAuthorityStore::readAuthority);
    }

    @Override
    public List<Authority> listAuthorities() {
        return sql
                .list(
                        """
                        select code, name, level, region_code, number
                        from authority
                        """,
                        Sql.Binder.NONE,
                        JdbcAuthorityStore::readAuthority)
                .stream()
                .sorted(Comparator.comparing(Authority::code))
                .toList();
    }

    @Override
    public void saveFigures(long dataset, Collection<AuthorityFigure> all) {
        requireDataset(dataset);
        requireAuthorities(all.stream().map(AuthorityFigure::authority));
        figures.save(dataset, all);
    }

    @Override
    public List<AuthorityFigure> listFigures(AuthorityMeasure measure, Period period) {
        return figures.list(measure, period);
    }

    @Override
    public List<AuthorityFigure> listFigures(AreaCode authority) {
        return figures.list(authority);
    }

    @Override
    public Map<AuthorityMeasure, List<Period>> listPeriods() {
        return figures.listPeriods();
    }

    @Override
    public void saveDeprivation(long dataset, Collection<AuthorityDeprivation> statistics) {
        requireDataset(dataset);
        requireAuthorities(statistics.stream().map(AuthorityDeprivation::authority));
        comparisons.saveDeprivation(dataset, statistics);
    }

    @Override
    public List<AuthorityDeprivation> listDeprivation(int indexYear, String index, String statistic) {
        return comparisons.listDeprivation(indexYear, index, statistic);
    }

    @Override
    public List<AuthorityDeprivation> listDeprivation(AreaCode authority) {
        return comparisons.listDeprivation(authority);
    }

    @Override
    public List<Integer> listIndexYears(String index, String statistic) {
        return comparisons.listIndexYears(index, statistic);
    }

    @Override
    public void saveNeighbours(long dataset, Collection<StatisticalNeighbour> neighbours) {
        requireDataset(dataset);
        requireAuthorities(neighbours.stream().flatMap(line -> Stream.of(line.authority(), line.neighbour())));
        comparisons.saveNeighbours(dataset, neighbours);
    }

    @Override
    public List<StatisticalNeighbour> listNeighbours(AreaCode authority) {
        return comparisons.listNeighbours(authority);
    }

    @Override
    public void saveDeciles(long dataset, Collection<AuthorityDeciles> tables) {
        requireDataset(dataset);
        requireAuthorities(tables.stream().map(table -> table.authority().code()));
        deciles.save(dataset, tables);
    }

    @Override
    public List<AuthorityDeciles> listDeciles() {
        return deciles.list(byCode());
    }

    @Override
    public Optional<AuthorityDeciles> findDeciles(AreaCode authority, Measure measure, Period period) {
        return listDeciles().stream()
                .filter(table -> table.authority().code().equals(authority)
                        && table.measure() == measure
                        && table.period().equals(period))
                .findFirst();
    }

    @Override
    public Set<Long> listDatasets(AuthorityMeasure measure, Period period) {
        return figures.listDatasets(measure, period);
    }

    @Override
    public Set<Long> listDatasets(int indexYear) {
        return comparisons.listDatasets(indexYear);
    }

    @Override
    public Set<Long> listDecileDatasets(AreaCode authority) {
        return deciles.listDatasets(authority);
    }

    private void requireDataset(long dataset) {
        if (new JdbcDatasetStore(sql).find(dataset).isEmpty()) {
            throw new IllegalArgumentException("There is no data set " + dataset + ".");
        }
    }

    private void requireAuthorities(Stream<AreaCode> codes) {
        Set<AreaCode> missing = codes.collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(byCode().keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no authority " + missing.iterator().next() + ".");
        }
    }

    private Map<AreaCode, Authority> byCode() {
        Map<AreaCode, Authority> all = new HashMap<>();
        listAuthorities().forEach(authority -> all.put(authority.code(), authority));
        return all;
    }

    private static Authority readAuthority(ResultSet row) throws SQLException {
        String region = row.getString(4);
        return new Authority(
                new AreaCode(row.getString(1)),
                row.getString(2),
                AuthorityLevel.valueOf(row.getString(3)),
                region.isEmpty() ? Optional.empty() : Optional.of(new AreaCode(region)),
                row.getString(5));
    }
}
