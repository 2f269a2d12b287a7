package org.needscape.geoio.table;

import java.util.List;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityDeciles;
import org.needscape.authority.AuthorityDeprivation;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.StatisticalNeighbour;

/**
 * What a file about whole authorities held; most of the lists are empty.
 *
 * @param title for people
 * @param source publisher and title
 * @param licence the licence's name, or "not stated"
 * @param fictional whether its authorities are invented
 * @param authorities that the file names, each code once; of one that it gives a code of only, the name is the code
 * @param figures of help and protection
 * @param deprivation statistics of the Indices
 * @param neighbours statistical neighbours
 * @param deciles tables by national decile
 */
public record AuthorityTables(
        String title,
        String source,
        String licence,
        boolean fictional,
        List<Authority> authorities,
        List<AuthorityFigure> figures,
        List<AuthorityDeprivation> deprivation,
        List<StatisticalNeighbour> neighbours,
        List<AuthorityDeciles> deciles) {

    public AuthorityTables {
        authorities = List.copyOf(authorities);
        figures = List.copyOf(figures);
        deprivation = List.copyOf(deprivation);
        neighbours = List.copyOf(neighbours);
        deciles = List.copyOf(deciles);
    }
}
