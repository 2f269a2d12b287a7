package org.needscape.hotspot;

import java.util.List;
import java.util.Optional;
import org.needscape.spatial.LocalJoinCount;
import org.needscape.spatial.LocalTests;

/**
 * What one setting found.
 *
 * @param method the statistic
 * @param neighbours whom it counts as neighbours; empty for the scan
 * @param tests z, p and q of each area; empty for the scan and the join count
 * @param joins of each area; empty for all but the join count
 * @param votes one per area
 */
public record SettingFinding(
        HotspotMethod method,
        Optional<NeighbourKind> neighbours,
        Optional<LocalTests> tests,
        Optional<LocalJoinCount> joins,
        List<Vote> votes) {

    public SettingFinding {
        votes = List.copyOf(votes);
    }

    /** The word of the API: {@code gi-star queen}, {@code scan}. */
    public String code() {
        return method.code() + neighbours.map(kind -> " " + kind.code()).orElse("");
    }

    /** Its name, for people. */
    public String title() {
        return method.title()
                + neighbours.map(kind -> ", " + decapitalised(kind.title())).orElse("");
    }

    /** How many areas it says this of. */
    public int count(Vote vote) {
        return (int) votes.stream().filter(each -> each == vote).count();
    }

    /** How many areas it tested. */
    public int testedCount() {
        return votes.size() - count(Vote.NOT_TESTED);
    }

    private static String decapitalised(String title) {
        return title.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + title.substring(1);
    }
}
