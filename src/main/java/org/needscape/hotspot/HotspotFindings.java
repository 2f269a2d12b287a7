package org.needscape.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.needscape.need.HotspotClass;
import org.needscape.spatial.GlobalMoran;
import org.needscape.spatial.LocalJoinCount;
import org.needscape.spatial.LocalTests;
import org.needscape.spatial.NotComputed;
import org.needscape.spatial.ScanOutcome;

/**
 * What all settings found, and what they agree on.
 *
 * @param settings in the order in which they were asked for; at least one
 * @param areas one per area
 * @param overall Moran's I of each kind of neighbours, in their order; empty where it does not exist
 * @param joins the join count of each kind of neighbours, in their order; empty where it does not exist, and no kinds for other methods
 * @param scan what the scan found; empty without one
 */
public record HotspotFindings(
        List<SettingFinding> settings,
        List<AreaFinding> areas,
        List<Optional<GlobalMoran>> overall,
        List<Optional<OverallJoins>> joins,
        Optional<ScanOutcome> scan) {

    public HotspotFindings {
        settings = List.copyOf(settings);
        areas = List.copyOf(areas);
        overall = List.copyOf(overall);
        joins = List.copyOf(joins);
    }

    static HotspotFindings of(
            List<SettingFinding> settings,
            int areas,
            List<Optional<GlobalMoran>> overall,
            List<Optional<OverallJoins>> joins,
            Optional<ScanOutcome> scan) {
        List<AreaFinding> agreed = new ArrayList<>();
        for (int area = 0; area < areas; area++) {
            List<Vote> votes = new ArrayList<>();
            for (SettingFinding setting : settings) {
                votes.add(setting.votes().get(area));
            }
            agreed.add(AreaFinding.of(votes));
        }
        return new HotspotFindings(settings, agreed, overall, joins, scan);
    }

    /** How many areas are of a class. */
    public int count(HotspotClass hotspotClass) {
        return (int) areas.stream()
                .filter(area -> area.hotspotClass() == hotspotClass)
                .count();
    }

    /** How many areas were tested by at least one setting. */
    public int testedCount() {
        return areas.size() - count(HotspotClass.NOT_COMPUTED);
    }

    /** The z, p and q that stand with an area: those of the first setting that has any; empty with the scan alone. */
    public Optional<LocalTests> leading() {
        return settings.stream().flatMap(setting -> setting.tests().stream()).findFirst();
    }

    /** The joins that stand with an area: those of the first setting; empty for all methods but the join count. */
    public Optional<LocalJoinCount> leadingJoins() {
        return settings.get(0).joins();
    }

    /** Why no setting tested an area; empty where one did. */
    public Optional<NotComputed> reason(int area) {
        if (areas.get(area).of() > 0) {
            return Optional.empty();
        }
        return Optional.of(leading()
                .flatMap(tests -> tests.reason(area))
                .or(() -> leadingJoins().flatMap(joins -> joins.reason(area)))
                .orElse(NotComputed.MISSING));
    }

    /** The settings that tested an area and do not say this of it. */
    public List<SettingFinding> notSaying(Vote vote, int area) {
        return settings.stream()
                .filter(setting ->
                        setting.votes().get(area) != vote && setting.votes().get(area) != Vote.NOT_TESTED)
                .toList();
    }
}
