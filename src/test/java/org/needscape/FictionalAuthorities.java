package org.needscape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.needscape.service.ImportKind;
import org.needscape.service.ImportRequest;

/**
 * Twelve invented authorities, their children looked after in 2024 and their deprivation, so that every answer about authorities has
 * something to say beside the fictional county. The n-th, from 0, has 20,000 + 1,000 n children, a score of 10 + 2 n and a rate of
 * 50 + 5 n.
 */
public final class FictionalAuthorities {

    public static final String CODE = "E10999011";

    private static final int COUNT = 12;

    private FictionalAuthorities() {}

    /** Imports them. @param folder where the files are written */
    public static void load(JourneyService service, Path folder) throws IOException {
        List<String> figures =
                new ArrayList<>(List.of("new_la_code,old_la_code,la_name,geographic_level,region_code,time_period,"
                        + "measure,number,rate_per_10000,population_0_17"));
        List<String> deprivation = new ArrayList<>(List.of("utla_code,utla_name,index_year,index,statistic,value"));
        List<String> neighbours = new ArrayList<>(List.of("authority_code,neighbour_code"));
        for (int n = 0; n < COUNT; n++) {
            int children = 20_000 + 1_000 * n;
            int rate = 50 + 5 * n;
            String who = "E109990" + (11 + n) + ",,Invented " + (n + 1) + ",Local authority,,2024,cla-at-31-march,";
            figures.add(who + children * rate / 10_000 + "," + rate + "," + children);
            deprivation.add(
                    "E109990" + (11 + n) + ",Invented " + (n + 1) + ",2019,IMD,IMD - Average score," + (10 + 2 * n));
            if (n > 0) {
                neighbours.add(CODE + ",E109990" + (11 + n));
            }
        }
        for (List<String> lines : List.of(figures, deprivation, neighbours)) {
            Path file = Files.createTempFile(folder, "authorities", ".csv");
            Files.write(file, lines);
            service.load(
                    new ImportRequest(ImportKind.AUTHORITY, file, "authorities.csv", ImportRequest.Options.none()));
        }
    }
}
