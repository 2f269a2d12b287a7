package org.needscape.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityDeciles;
import org.needscape.authority.AuthorityDeprivation;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.authority.StatisticalNeighbour;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;

/**
 * What is published about whole authorities. Everything is kept in place of what was there before under the same key, so that a file
 * that is imported twice is there once.
 *
 * <p>Whatever is saved of an authority or data set that is not in the store is an {@link IllegalArgumentException}.
 */
public interface AuthorityStore {

    /**
     * Keeps authorities by their code. A region or number that is not given does not take away what is known.
     *
     * @param authorities each code once
     */
    void saveAuthorities(long dataset, Collection<Authority> authorities);

    Optional<Authority> findAuthority(AreaCode code);

    /** All authorities, real and fictional, by code. */
    List<Authority> listAuthorities();

    /** @param figures each of another authority, measure, period or category */
    void saveFigures(long dataset, Collection<AuthorityFigure> figures);

    /** Of every authority, by category and code. */
    List<AuthorityFigure> listFigures(AuthorityMeasure measure, Period period);

    /** Of one code, by measure, period and category. */
    List<AuthorityFigure> listFigures(AreaCode authority);

    /** What there are figures of, and in which periods, earliest first. */
    Map<AuthorityMeasure, List<Period>> listPeriods();

    /** @param statistics each of another authority, edition, index or name */
    void saveDeprivation(long dataset, Collection<AuthorityDeprivation> statistics);

    /** One statistic of every authority that has it, by code. */
    List<AuthorityDeprivation> listDeprivation(int indexYear, String index, String statistic);

    /** Of one code, by edition, index and name. */
    List<AuthorityDeprivation> listDeprivation(AreaCode authority);

    /** The editions that there is a statistic of, earliest first. */
    List<Integer> listIndexYears(String index, String statistic);

    /** Keeps the neighbours of each authority among these, in place of all that it had. */
    void saveNeighbours(long dataset, Collection<StatisticalNeighbour> neighbours);

    /** The nearest first. */
    List<StatisticalNeighbour> listNeighbours(AreaCode authority);

    /** Keeps each table, in place of the one of the same authority, measure and period. */
    void saveDeciles(long dataset, Collection<AuthorityDeciles> tables);

    /** All tables, by code, measure and period. */
    List<AuthorityDeciles> listDeciles();

    Optional<AuthorityDeciles> findDeciles(AreaCode authority, Measure measure, Period period);

    /** The numbers of the data sets that figures of a measure and period come from. */
    Set<Long> listDatasets(AuthorityMeasure measure, Period period);

    /** The numbers of the data sets that an edition's statistics come from. */
    Set<Long> listDatasets(int indexYear);

    /** The numbers of the data sets that tables by decile of an authority come from. */
    Set<Long> listDecileDatasets(AreaCode authority);
}
