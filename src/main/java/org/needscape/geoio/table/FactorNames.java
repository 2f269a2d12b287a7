package org.needscape.geoio.table;

import java.util.Map;
import org.needscape.cooccurrence.ThreeFactorsAtHome;

/** What the columns of a case file are called: the words of the header, and one name for what has several. */
final class FactorNames {

    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("domestic violence", ThreeFactorsAtHome.DOMESTIC_ABUSE),
            Map.entry("dv", ThreeFactorsAtHome.DOMESTIC_ABUSE),
            Map.entry("dva", ThreeFactorsAtHome.DOMESTIC_ABUSE),
            Map.entry("parental mental health", ThreeFactorsAtHome.PARENTAL_MENTAL_ILL_HEALTH),
            Map.entry("parental mental ill health", ThreeFactorsAtHome.PARENTAL_MENTAL_ILL_HEALTH),
            Map.entry("parent mental health", ThreeFactorsAtHome.PARENTAL_MENTAL_ILL_HEALTH),
            Map.entry("parental substance abuse", ThreeFactorsAtHome.PARENTAL_SUBSTANCE_MISUSE),
            Map.entry("parental substance use", ThreeFactorsAtHome.PARENTAL_SUBSTANCE_MISUSE),
            Map.entry("parental alcohol or drug misuse", ThreeFactorsAtHome.PARENTAL_SUBSTANCE_MISUSE),
            Map.entry("lone parent", "lone parents"),
            Map.entry("lone parent household", "lone parents"),
            Map.entry("social housing", "social renting"),
            Map.entry("neet", "NEET"));

    private FactorNames() {}

    /** The name of the factor of a column. */
    static String of(String header) {
        String words = TableText.words(header);
        return OTHER_NAMES.getOrDefault(words, words);
    }
}
