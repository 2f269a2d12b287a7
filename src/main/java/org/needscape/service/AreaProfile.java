package org.needscape.service;

import java.util.List;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.Geography;
import org.needscape.indicator.Value;

/**
 * What is known of one area, protected: where it is, how deprived, whether it is a hotspot and who says so, its circumstances, the
 * help given, and how sure its place is.
 *
 * @param code the area's code
 * @param name its name
 * @param geography level and vintage
 * @param extent the extent it is looked at in
 * @param districtCode its district, or empty
 * @param districtName its district's name, or empty
 * @param deprivation one entry per edition of the Indices, latest first
 * @param hotspots what each hotspot layer found
 * @param circumstances measures whose need direction is stated
 * @param need its place by the default need score
 * @param rates help and protection
 * @param gaps help that reaches it beside its need
 * @param neighbours the areas it shares a border with
 */
public record AreaProfile(
        AreaCode code,
        String name,
        Geography geography,
        Extent extent,
        String districtCode,
        String districtName,
        List<Deprivation> deprivation,
        List<Finding> hotspots,
        List<Circumstance> circumstances,
        Optional<Need> need,
        List<Rate> rates,
        List<Gap> gaps,
        List<Neighbour> neighbours) {

    /** Its place in one edition of the Indices of Deprivation. */
    public record Deprivation(
            String edition, String layer, Value decile, Value rank, int of, Value score, String sentence) {}

    /** What a hotspot layer says of it. */
    public record Finding(String layer, String title, String hotspotClass, String sentence) {}

    /** A measure, beside the mean and range of the extent's areas. */
    public record Circumstance(
            String layer,
            String label,
            Value value,
            String unit,
            int decimals,
            String period,
            Value extentMean,
            Value extentMinimum,
            Value extentMaximum,
            String polarity) {}

    /** Its need score and rank; rank 1 is most need. */
    public record Need(String layer, Value score, Value rank, int of, Value decile, Value coverage, String sentence) {}

    /**
     * A rate of help and protection with its 95 % limits.
     *
     * @param marking how far the figures may go; empty when they are open
     */
    public record Rate(
            String layer,
            String label,
            Value value,
            String unit,
            Value lower,
            Value upper,
            String period,
            String marking) {}

    /**
     * Help that reaches it beside its need.
     *
     * @param gapClass high or low need with high or low response; empty where that is not known
     * @param times observed to expected
     * @param isSure whether it differs from similar areas by more than chance
     * @param marking how far the figures may go; empty when they are open
     */
    public record Gap(
            String layer,
            String title,
            String period,
            String gapClass,
            Value times,
            boolean isSure,
            String sentence,
            String marking) {}

    /** An area that shares a border with it. */
    public record Neighbour(AreaCode code, String name) {}
}
