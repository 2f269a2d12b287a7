package org.needscape.demo;

import java.util.List;

/**
 * How deprived each area is, in standard deviations above the middle of England: the sum of its district's level, its town's,
 * the nearness of the town's middle, two landscapes of longer and shorter waves, and chance; then the planted patterns.
 */
final class DeprivationField {

    private static final double COUNTRYSIDE = -0.35;
    private static final double MOST = 2.6;

    private final double[] level;

    DeprivationField(long seed, List<DemoArea> areas, Planting planting) {
        this.level = new double[areas.size()];
        SmoothField country = new SmoothField(Chance.of(seed, "deprivation, country"), 16_000);
        SmoothField quarter = new SmoothField(Chance.of(seed, "deprivation, quarter"), 2_200);
        Chance chance = Chance.of(seed, "deprivation, area");
        for (int at = 0; at < level.length; at++) {
            DemoArea area = areas.get(at);
            double town = area.settlement().map(Settlement::level).orElse(0.0);
            double inner = area.isRural() ? COUNTRYSIDE : 1.3 * (0.5 - area.townPosition());
            double patch = 0.22 * country.at(area.middle().x, area.middle().y)
                    + (area.isRural() ? 0.15 : 0.70) * quarter.at(area.middle().x, area.middle().y)
                    + (area.isRural() ? 0.25 : 0.40) * chance.normal();
            level[at] = -0.20 + area.district().level() + area.district().contrast() * (town + inner + patch);
        }
        plant(planting, Chance.of(seed, "planting"));
        for (int at = 0; at < level.length; at++) {
            level[at] = StrictMath.max(-MOST, StrictMath.min(MOST, level[at]));
        }
    }

    private void plant(Planting planting, Chance chance) {
        planting.clusters().forEach(at -> level[at] = 1.85 + 0.20 * chance.normal());
        planting.spikeSurroundings().forEach(at -> level[at] = -0.95 + 0.15 * chance.normal());
        level[planting.spike()] = 2.3;
        planting.pocketSurroundings().forEach(at -> level[at] = -0.75 + 0.15 * chance.normal());
        planting.pocket().forEach(at -> level[at] = 1.10 + 0.05 * chance.normal());
        level[planting.retirementVillage()] = -0.6;
    }

    /** The level of an area, positive when more deprived than the middle of England. */
    double of(int area) {
        return level[area];
    }
}
