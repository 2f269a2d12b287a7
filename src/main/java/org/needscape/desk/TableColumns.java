package org.needscape.desk;

import java.util.Locale;
import org.needscape.layer.LayerColumn;

/** What the columns of the desk's tables are called and mean where a format tells. */
final class TableColumns {

    private static final int DECIMALS = 9;
    private static final int SHORT = 10;

    private TableColumns() {}

    /** A column by its name in the CSV. */
    static LayerColumn of(String name) {
        return switch (name) {
            case "value" -> number(name, "VALUE", "Value tested", "");
            case "i" -> number(name, "I", "Local Moran's I", "");
            case "expectation" -> number(name, "EXPECT", "Expectation of I", "");
            case "variance" -> number(name, "VARIANCE", "Variance of I", "");
            case "z" -> number(name, "Z", "z-score", "standard deviations");
            case "p" -> number(name, "P", "p-value", "");
            case "q" -> number(name, "Q", "q-value (false discovery rate)", "");
            case "p_sim" -> number(name, "P_SIM", "p-value by permutation", "");
            case "q_sim" -> number(name, "Q_SIM", "q-value by permutation", "");
            case "rate" -> number(name, "RATE", "Rate", "per 10,000");
            case "smoothed_global" ->
                number(name, "SMOOTH_ALL", "Rate drawn toward the rate of all areas", "per 10,000");
            case "smoothed_local" ->
                number(name, "SMOOTH_LOC", "Rate drawn toward the rate of the area with its neighbours", "per 10,000");
            case "eb_z" -> number(name, "EB_Z", "Empirical Bayes standardised rate", "standard deviations");
            case "flag" -> number(name, "FLAG", "Whether the area is flagged", "");
            case "joins" -> number(name, "JOINS", "Flagged neighbours of a flagged area", "areas");
            case "cluster" -> number(name, "CLUSTER", "Number of its cluster", "");
            case "rank" -> number(name, "RANK", "Rank of its cluster by likelihood", "");
            case "observed" -> number(name, "OBSERVED", "Events in its cluster", "events");
            case "expected" -> number(name, "EXPECTED", "Events expected in its cluster", "events");
            case "relative_risk" -> number(name, "REL_RISK", "Rate inside its cluster over the rate outside", "");
            case "llr" -> number(name, "LLR", "Log likelihood ratio of its cluster", "");
            case "quadrant" -> text(name, "Own value and neighbours', high or low");
            case "class" -> text(name, "What was found");
            case "reason" -> text(name, "Why not tested");
            default -> throw new IllegalArgumentException("No column " + name + " is known.");
        };
    }

    /** What was tested, as options of the command line. */
    static String words(HotspotsRequest.MeasureColumns measure) {
        if (measure instanceof HotspotsRequest.MeasureColumns.OfValue value) {
            return "value " + value.column();
        }
        if (measure instanceof HotspotsRequest.MeasureColumns.OfFlags flags) {
            return "all of " + String.join(", ", flags.columns());
        }
        HotspotsRequest.MeasureColumns.OfRate rate = (HotspotsRequest.MeasureColumns.OfRate) measure;
        return "count " + rate.countColumn() + ", population " + rate.populationColumn();
    }

    private static LayerColumn number(String name, String shortName, String label, String unit) {
        return new LayerColumn(name, shortName, label, LayerColumn.Type.NUMBER, unit, DECIMALS);
    }

    private static LayerColumn text(String name, String label) {
        String upper = name.toUpperCase(Locale.ROOT);
        return new LayerColumn(
                name, upper.substring(0, Math.min(SHORT, upper.length())), label, LayerColumn.Type.TEXT, "", 0);
    }
}
