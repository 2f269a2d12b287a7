package org.needscape.geoio.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which index and which summary of it a header of Files 10 and 11 names, in any of their spellings: {@code IMD - Average rank },
 * {@code imd25_extent}, {@code Rank of Income Scale}, {@code Housing_and_Access_Proportion}. A header without an index is of the whole
 * Index of Multiple Deprivation.
 *
 * @param index such as {@code imd} or {@code barriers}
 * @param statistic such as {@code average-score}
 */
record DeprivationSummary(String index, String statistic) {

    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9%]+");
    private static final Pattern EDITION = Pattern.compile("^imd ?(20)?\\d\\d ");

    /** Longer names before those that they begin with. */
    private static final Map<String, String> INDICES = new LinkedHashMap<>();

    private static final Map<String, String> STATISTICS = Map.ofEntries(
            Map.entry("average rank", "average-rank"),
            Map.entry("average score", "average-score"),
            Map.entry("score", "average-score"),
            Map.entry("proportion of lsoas in most deprived 10% nationally", "proportion-most-deprived"),
            Map.entry("proportion of lso as in most deprived 10 percent nationally", "proportion-most-deprived"),
            Map.entry("proportion", "proportion-most-deprived"),
            Map.entry("extent", "extent"),
            Map.entry("local concentration", "local-concentration"),
            Map.entry("scale", "scale"));

    static {
        INDICES.put("index of multiple deprivation imd", "imd");
        INDICES.put("income deprivation affecting children index idaci", "idaci");
        INDICES.put("income deprivation affecting older people idaopi", "idaopi");
        INDICES.put("income deprivation affecting older people index idaopi", "idaopi");
        INDICES.put("education skills and training", "education");
        INDICES.put("health deprivation and disability", "health");
        INDICES.put("barriers to housing and services", "barriers");
        INDICES.put("housing and access", "barriers");
        INDICES.put("living environment", "living");
        INDICES.put("environment", "living");
        for (String plain : new String[] {
            "imd", "idaci", "idaopi", "income", "employment", "education", "health", "crime", "barriers", "living"
        }) {
            INDICES.put(plain, plain);
        }
    }

    /** Reads a header; nothing for one that names no summary. */
    static Optional<DeprivationSummary> parse(String header) {
        String words = SIGNS.matcher(TableText.key(header)).replaceAll(" ").strip();
        words = EDITION.matcher(words).replaceFirst("imd ");
        boolean isRankOfScale = words.startsWith("rank of ") && words.endsWith(" scale");
        String rest = isRankOfScale ? words.substring("rank of ".length()) : words;
        String index = "imd";
        for (Map.Entry<String, String> known : INDICES.entrySet()) {
            if (rest.startsWith(known.getKey() + " ")) {
                index = known.getValue();
                rest = rest.substring(known.getKey().length() + 1);
                break;
            }
        }
        boolean isRank = isRankOfScale || rest.startsWith("rank of ");
        String summary = rest.startsWith("rank of ") ? rest.substring("rank of ".length()) : rest;
        String found = index;
        return Optional.ofNullable(STATISTICS.get(summary))
                .map(statistic -> new DeprivationSummary(found, isRank ? "rank-of-" + statistic : statistic));
    }
}
