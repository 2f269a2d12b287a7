package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityDeciles;
import org.needscape.authority.AuthorityDeprivation;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.StatisticalNeighbour;
import org.needscape.report.UnreadableFileException;

/** Gathers what the rows of a file about authorities say. */
final class AuthorityCollector {

    private final String fileName;
    private final Map<AreaCode, Authority> known = new LinkedHashMap<>();
    private final Map<AreaCode, Authority> authorities = new LinkedHashMap<>();
    private final Set<Object> keys = new HashSet<>();
    private final List<AuthorityFigure> figures = new ArrayList<>();
    private final List<AuthorityDeprivation> deprivation = new ArrayList<>();
    private final List<StatisticalNeighbour> neighbours = new ArrayList<>();
    private final List<AuthorityDeciles> deciles = new ArrayList<>();

    /** @param known authorities that are in the store already */
    AuthorityCollector(String fileName, Collection<Authority> known) {
        this.fileName = fileName;
        known.forEach(authority -> this.known.put(authority.code(), authority));
    }

    String fileName() {
        return fileName;
    }

    /** An authority of this code, of the file or of the store. */
    Optional<Authority> find(AreaCode code) {
        return Optional.ofNullable(authorities.get(code)).or(() -> Optional.ofNullable(known.get(code)));
    }

    Collection<Authority> known() {
        return known.values();
    }

    /**
     * Takes an authority that a row names.
     *
     * @throws UnreadableFileException when the file has real and fictional ones
     */
    void add(Authority authority) {
        authorities.merge(
                authority.code(),
                authority,
                (before, now) -> new Authority(
                        now.code(),
                        now.name(),
                        now.level(),
                        now.region().or(before::region),
                        now.number().isEmpty() ? before.number() : now.number()));
        boolean fictional = authority.isFictional();
        if (authorities.values().iterator().next().isFictional() != fictional) {
            throw new UnreadableFileException(
                    fileName + " mixes fictional authorities with real ones: they never stand in one file.");
        }
    }

    /** Whether no row before had this key; records have one for each of their parts. */
    boolean isFirst(Object key) {
        return keys.add(key);
    }

    void add(AuthorityFigure figure) {
        figures.add(figure);
    }

    void add(AuthorityDeprivation statistic) {
        deprivation.add(statistic);
    }

    void add(StatisticalNeighbour neighbour) {
        neighbours.add(neighbour);
    }

    void add(AuthorityDeciles table) {
        deciles.add(table);
    }

    AuthorityTables tables(String title, String source, String licence) {
        boolean fictional = authorities.values().stream().anyMatch(Authority::isFictional);
        return new AuthorityTables(
                title,
                FictionalData.source(fictional, source),
                licence,
                fictional,
                List.copyOf(authorities.values()),
                figures,
                deprivation,
                neighbours,
                deciles);
    }
}
