package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.RealData;

/** Every decile that was published with the Indices of Deprivation follows from its rank, of the index, its domains and sub-domains. */
class PublishedDecilesTest {

    private static final String IMD = "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)";

    /** The release of 2010 has no deciles. Those of 2015 to be had are the index and six sub-domains. */
    @ParameterizedTest
    @CsvSource({
        // release, geography, areas, pairs of rank and decile, areas in the first decile of the index (methods 2.5)
        "2015, LSOA11, 32844, 7, 3284",
        "2019, LSOA11, 32844, 16, 3284",
        "2025, LSOA21, 33755, 14, 3375"
    })
    void everyPublishedDecileIsTheRoundedUpTenthOfItsRank(
            String release, String geography, int areas, int pairs, int inTheFirst) throws IOException {
        int rows = 0;
        int first = 0;
        Map<String, Integer> wrong = new HashMap<>();
        Map<String, String> decileOf = new HashMap<>();
        try (CSVParser parser = CSVParser.parse(
                RealData.require("deprivation/IoD" + release + "_" + geography + "_England.csv"),
                StandardCharsets.UTF_8,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            for (String rank : parser.getHeaderNames()) {
                String start = rank.replace(" Rank (where", " Decile (where");
                parser.getHeaderNames().stream()
                        .filter(name -> !name.equals(rank) && name.startsWith(start.substring(0, start.length() - 1)))
                        .forEach(decile -> decileOf.put(rank, decile));
            }
            for (CSVRecord row : parser) {
                rows++;
                decileOf.forEach((rank, decile) -> {
                    int expected = Deciles.ofRank(Integer.parseInt(row.get(rank)), areas);
                    if (expected != Integer.parseInt(row.get(decile))) {
                        wrong.merge(decile, 1, Integer::sum);
                    }
                });
                first += Integer.parseInt(row.get(decileOf.get(IMD))) == 1 ? 1 : 0;
            }
        }

        assertEquals(areas, rows);
        assertEquals(pairs, decileOf.size(), decileOf.toString());
        assertEquals(Map.of(), wrong);
        assertEquals(inTheFirst, first);
    }
}
