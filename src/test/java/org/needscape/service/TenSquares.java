package org.needscape.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.needscape.area.AreaCode;
import org.needscape.progress.Progress;
import org.needscape.store.Dataset;

/** Ten squares in a row, with three circumstances of which each square has more than the one before, and 100 children in each but the last. */
final class TenSquares {

    private static final List<String> CODEBOOK = List.of(
            "indicator_id,label,unit,period,higher_means,source,sensitivity,denominator",
            "poor,Poor children,percent,2024,more need,Somebody,open,Children aged 0 to 17",
            "rents,Rents,percent,2024,more need,Somebody,open,Households",
            "ill,Illness,percent,2024,more need,Somebody,open,Residents");

    private TenSquares() {}

    /** The store, with circumstances and children in it. */
    static CountedSquares open(String name, Path folder) {
        return open(name, folder, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    /** The same with other steps of the circumstances; of a square with 0 nobody knows any. */
    static CountedSquares open(String name, Path folder, int... steps) {
        CountedSquares squares = new CountedSquares(name, folder);
        squares.store.write(session -> {
            long boundaries = session.datasets()
                    .add(new Dataset(0, "boundaries", "Ten", "Nobody", "Open", "ten.zip", "", 10, CountedSquares.NOON));
            session.areas()
                    .saveAreas(
                            CountedSquares.COUNTY,
                            boundaries,
                            IntStream.rangeClosed(1, 10)
                                    .mapToObj(CountedSquares::square)
                                    .toList());
            return boundaries;
        });
        importCircumstances(squares, steps);
        squares.importChildren(100, 100, 100, 100, 100, 100, 100, 100, 100);
        return squares;
    }

    private static void importCircumstances(CountedSquares squares, int... steps) {
        List<String> rows = new ArrayList<>(List.of("LSOA21CD,indicator_id,period,value,numerator,denominator"));
        for (int k = 0; k < steps.length; k++) {
            if (steps[k] == 0) {
                continue;
            }
            rows.add(code(k + 1) + ",poor,2024," + 5 * steps[k] + "," + 10 * steps[k] + ",200");
            rows.add(code(k + 1) + ",rents,2024," + 4 * steps[k] + "," + 8 * steps[k] + ",200");
            rows.add(code(k + 1) + ",ill,2024," + 3 * steps[k] + "," + 6 * steps[k] + ",200");
        }
        squares.importIndicators(rows, CODEBOOK);
    }

    /** Imports districts: the first five squares are North, the others South. */
    static void importDistricts(CountedSquares squares, Path folder) throws IOException {
        List<String> rows = new ArrayList<>(List.of("LSOA21CD,LAD24CD,LAD24NM"));
        for (int square = 1; square <= 10; square++) {
            rows.add(code(square) + (square <= 5 ? ",E07000001,North" : ",E07000002,South"));
        }
        squares.imports.run(
                new ImportRequest(
                        ImportKind.LOOKUP,
                        Files.write(folder.resolve("lookup.csv"), rows),
                        "lookup.csv",
                        ImportRequest.Options.none()),
                Progress.SILENT);
    }

    static AreaCode code(int square) {
        return CountedSquares.square(square).id().code();
    }
}
