package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;

/**
 * What is recorded with a decision besides what the board wrote and its tallies: what the figures rest on, and how the areas of the
 * district stood. It holds nothing that layers do not show of areas one by one.
 */
final class TargetRecord {

    static final String STANDING = "standing";

    /** Areas of other districts to compare the chosen ones with. */
    static final String ELSEWHERE = "elsewhere";

    /** How much need scores of the county vary. */
    static final String DEVIATION = "scoreDeviation";

    /** As many areas elsewhere are kept for each chosen one: some may be chosen later. */
    private static final int NEAREST = 10;

    private static final int CHANCE_DECIMALS = 4;

    private TargetRecord() {}

    /**
     * What is kept with a revision: of the areas of the district all, and of those elsewhere the ones whose need score is nearest to one
     * that was chosen.
     */
    static ObjectNode of(TargetGround ground, AreaId district, List<AreaCode> chosen) {
        ObjectNode record = heading(ground);
        put(record.putArray(STANDING), ground, ground.standing(district).ranking());
        record.put(DEVIATION, rounded(deviation(ground.scores().values())));
        put(record.putArray(ELSEWHERE), ground, nearest(ground, district, chosen));
        return record;
    }

    /** √(Σ(x − x̄)²/n); 0 for none and for one. */
    private static double deviation(Collection<Double> scores) {
        double mean = scores.stream().mapToDouble(score -> score).average().orElse(0);
        return Math.sqrt(scores.stream()
                .mapToDouble(score -> (score - mean) * (score - mean))
                .average()
                .orElse(0));
    }

    private static Collection<AreaCode> nearest(TargetGround ground, AreaId district, List<AreaCode> chosen) {
        Map<AreaCode, Double> scores = ground.scores();
        Set<AreaCode> within = ground.areasOf(district);
        List<AreaCode> others = ground.ranks().keySet().stream()
                .filter(code -> scores.containsKey(code) && !within.contains(code))
                .toList();
        Set<AreaCode> nearest = new TreeSet<>();
        for (AreaCode code : chosen) {
            Double score = scores.get(code);
            if (score != null) {
                others.stream()
                        .sorted(Comparator.comparing(
                                        (AreaCode other) -> Math.abs(scores.getOrDefault(other, score) - score))
                                .thenComparing(other -> other))
                        .limit(NEAREST)
                        .forEach(nearest::add);
            }
        }
        return nearest;
    }

    private static void put(ArrayNode standing, TargetGround ground, Collection<AreaCode> codes) {
        Map<AreaCode, Double> ranks = ground.ranks();
        Map<AreaCode, Double> scores = ground.scores();
        Map<AreaCode, Double> lows = ground.ranksLow();
        Map<AreaCode, Double> highs = ground.ranksHigh();
        Map<AreaCode, Double> chances = ground.chances();
        codes.forEach(code -> {
            ObjectNode area = standing.addObject();
            area.put("code", code.value());
            area.put("name", ground.frame().names().get(code));
            area.put("district", ground.frame().districtNameOf(code));
            if (scores.containsKey(code)) {
                area.put("score", rounded(scores.getOrDefault(code, 0.0)));
            }
            area.put("rank", Math.round(ranks.getOrDefault(code, 0.0)));
            if (lows.containsKey(code) && highs.containsKey(code)) {
                area.put("rankLow", Math.round(lows.getOrDefault(code, 0.0)));
                area.put("rankHigh", Math.round(highs.getOrDefault(code, 0.0)));
            }
            if (chances.containsKey(code)) {
                area.put("chance", rounded(chances.getOrDefault(code, 0.0)));
            }
        });
    }

    /** What the figures rest on, without the areas. */
    static ObjectNode heading(TargetGround ground) {
        TargetBasis basis = ground.basis();
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.putObject("scoringMethod")
                .put("id", basis.method())
                .put("version", basis.methodVersion())
                .put("sha256", basis.recipeSha256());
        record.put("software", SoftwareVersion.software());
        record.put("geography", ground.frame().geography().code());
        record.put("areasHash", ground.frame().contentHash());
        record.put("rankedAreas", ground.ranks().size());
        ArrayNode datasets = record.putArray("datasets");
        for (TargetBasis.Source source : basis.sources()) {
            ObjectNode dataset = datasets.addObject();
            dataset.put("title", source.title());
            dataset.put("source", source.publisher());
            put(dataset.putArray("periods"), source.periods());
            dataset.put("imported", source.imported().toString());
            dataset.put("sha256", source.sha256());
            put(dataset.putArray("usedFor"), source.uses());
        }
        return record;
    }

    /** The heading of what was kept. */
    static ObjectNode headingOf(JsonNode record) {
        ObjectNode heading = record.deepCopy();
        heading.remove(List.of(STANDING, ELSEWHERE, DEVIATION));
        return heading;
    }

    /** Whether two records rest on the same method, areas and files; when a file was imported does not count. */
    static boolean restOnTheSame(JsonNode then, JsonNode now) {
        return then.path("scoringMethod").equals(now.path("scoringMethod"))
                && then.path("areasHash").equals(now.path("areasHash"))
                && files(then).equals(files(now));
    }

    private static Set<String> files(JsonNode record) {
        Set<String> files = new TreeSet<>();
        record.path("datasets")
                .forEach(dataset -> files.add(
                        dataset.path("sha256").asText() + " " + dataset.path("periods") + dataset.path("usedFor")));
        return files;
    }

    private static void put(ArrayNode array, Set<String> texts) {
        new TreeSet<>(texts).forEach(array::add);
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(CHANCE_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
