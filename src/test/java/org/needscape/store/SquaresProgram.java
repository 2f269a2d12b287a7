package org.needscape.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.needscape.indicator.Observation;
import org.needscape.store.jdbc.Credentials;
import org.needscape.store.jdbc.H2StoreOpener;
import org.needscape.store.jdbc.PostgisAddress;
import org.needscape.store.jdbc.PostgisStoreOpener;

/**
 * Imports squares until it is stopped, and prints a line for each import that was acknowledged; after
 * a failure what it is and which square would be next. It is run in a process of its own.
 * Arguments: the folder or address of the store, how many squares one import has. The password of a database comes from the
 * environment.
 */
public final class SquaresProgram {

    private static final int CHUNK = 100;

    private SquaresProgram() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int size = Integer.parseInt(arguments[1]);
        try (Store store = open(arguments[0])) {
            out.println("open");
            try {
                for (int first = nextSquare(store); first < 1_000_000; first += size) {
                    importSquares(store, first, size, () -> out.println("writing"));
                    out.println("imported " + (first + size - 1));
                }
            } catch (StoreException failure) {
                out.println(failure.getMessage());
                out.println(whatIsThere(store));
            }
        }
    }

    private static Store open(String location) {
        if (!PostgisAddress.isOne(location)) {
            return H2StoreOpener.open(Path.of(location));
        }
        Credentials credentials = new Credentials(
                Optional.of(System.getenv("NEEDSCAPE_STORE_USER")),
                Optional.of(System.getenv("NEEDSCAPE_STORE_PASSWORD")));
        return PostgisStoreOpener.open(PostgisAddress.parse(location), credentials);
    }

    /** What the store answers now: the next square, or one sentence, where even reading needs a little space on the disk. */
    private static String whatIsThere(Store store) {
        try {
            return "next " + nextSquare(store);
        } catch (StoreException failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    /** The squares that are in the store, without a gap from 1. */
    static int nextSquare(Store store) {
        return 1
                + store.read(
                        session -> session.areas().listCodes(TinyCounty.LSOA).size());
    }

    static void importSquares(Store store, int first, int size, Runnable afterChunk) {
        store.write(session -> {
            session.areas().saveExtent(TinyCounty.COUNTY);
            session.observations().saveIndicators(List.of(TinyCounty.LOOKED_AFTER));
            long dataset = session.datasets().add(TinyCounty.dataset("squares-" + first + ".zip"));
            for (int from = first; from < first + size; from += CHUNK) {
                int last = Math.min(from + CHUNK, first + size) - 1;
                List<Observation> values = new ArrayList<>();
                for (int number = from; number <= last; number++) {
                    values.add(TinyCounty.known(TinyCounty.LOOKED_AFTER_2020, number, number));
                }
                session.areas().saveAreas(TinyCounty.COUNTY.name(), dataset, TinyCounty.squares(from, last));
                session.observations().save(dataset, values);
                afterChunk.run();
            }
            return dataset;
        });
    }
}
