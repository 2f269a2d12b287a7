package org.needscape.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Observation;
import org.needscape.store.ObservationStore.StoredSeries;

/** Whether a store that {@link SquaresProgram} wrote is whole. */
public final class StoreChecks {

    private StoreChecks() {}

    /**
     * Checks that the store holds whole imports only.
     *
     * @param size how many squares one import has
     * @return how many squares there are
     */
    public static int countWholeImports(Store store, int size) {
        return store.read(session -> {
            int squares = session.areas().listCodes(TinyCounty.LSOA).size();
            assertEquals(0, squares % size, "no import is there in part");
            List<Dataset> datasets = session.datasets().list();
            assertEquals(squares / size, datasets.size());
            assertEquals(
                    squares,
                    session.areas()
                            .listAreas(TinyCounty.COUNTY.name(), TinyCounty.LSOA)
                            .size());
            Map<AreaCode, Observation> values =
                    session.observations().listExact(TinyCounty.LOOKED_AFTER_2020, TinyCounty.COUNTY.name());
            assertEquals(squares, values.size());
            List<StoredSeries> series = session.observations().listSeries(TinyCounty.COUNTY.name());
            if (squares > 0) {
                assertEquals(
                        datasets.stream().map(Dataset::id).toList(),
                        series.get(0).datasets());
            }
            return squares;
        });
    }

    /** One import, in chunks of a hundred; tells after each of them. */
    public static void writeSquares(Store store, int first, int size, Runnable afterChunk) {
        SquaresProgram.importSquares(store, first, size, afterChunk);
    }

    /** Something small into a store. */
    public static void write(Store store) {
        store.write(session -> {
            session.areas().saveExtent(TinyCounty.COUNTY);
            return true;
        });
    }

    /** Whether {@link #write} was done to it. */
    public static boolean isWritten(Store store) {
        return store.read(session -> session.areas().listExtents().equals(List.of(TinyCounty.COUNTY)));
    }
}
