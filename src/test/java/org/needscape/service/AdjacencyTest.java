package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.needscape.hotspot.NeighbourKind;
import org.needscape.indicator.Measure;
import org.needscape.store.Dataset;
import org.needscape.store.StoreSession;

/** Two squares that touch, and later a third. */
class AdjacencyTest {

    private final Adjacency adjacency = new Adjacency();

    @TempDir
    private Path folder;

    private CountedSquares squares;

    @BeforeEach
    void openStore() {
        squares = new CountedSquares("adjacency", folder);
    }

    @AfterEach
    void closeStore() {
        squares.close();
    }

    @Test
    void neighboursAreFoundOnceWhateverElseIsImported() {
        String before = squares.store.read(StoreSession::revision);
        Adjacency.Graph touching = touching();
        Adjacency.Graph nearest = nearest();
        List<Coordinate> centres = centres();

        squares.importChildren(100, 100);
        squares.importCounts(Measure.CIN, "10", "20");

        assertNotEquals(before, squares.store.read(StoreSession::revision));
        assertSame(touching, touching());
        assertSame(nearest, nearest());
        assertSame(centres, centres());
    }

    @Test
    void neighboursAreFoundAnewWhenBoundariesChange() {
        Adjacency.Graph touching = touching();
        List<Coordinate> centres = centres();
        assertEquals(2, touching.neighbours().linkCount());

        squares.store.write(session -> {
            long boundaries = session.datasets()
                    .add(new Dataset(
                            0, "boundaries", "Squares", "Nobody", "Open", "more.zip", "", 1, CountedSquares.NOON));
            session.areas().saveAreas(CountedSquares.COUNTY, boundaries, List.of(CountedSquares.square(3)));
            return boundaries;
        });

        assertNotSame(touching, touching());
        assertEquals(4, touching().neighbours().linkCount());
        assertNotSame(centres, centres());
        assertEquals(3, centres().size());
    }

    private Adjacency.Graph touching() {
        return squares.store.read(session -> adjacency.get(session, CountedSquares.COUNTY, CountedSquares.LSOA));
    }

    private Adjacency.Graph nearest() {
        return squares.store.read(session ->
                adjacency.get(session, CountedSquares.COUNTY, CountedSquares.LSOA, new NeighbourKind.Nearest(1)));
    }

    private List<Coordinate> centres() {
        return squares.store.read(session -> adjacency.centres(session, CountedSquares.COUNTY, CountedSquares.LSOA));
    }
}
