package org.needscape.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The factors that the fictional case file has flags of. Each is drawn after those before it, with odds that another factor
 * multiplies; two are drawn alone, so that they come together with nothing.
 */
enum CaseFlag {
    DOMESTIC_ABUSE("domestic_abuse", 0.42),
    PARENTAL_MENTAL_ILL_HEALTH("parental_mental_ill_health", 0.28, DOMESTIC_ABUSE, 3),
    PARENTAL_SUBSTANCE_MISUSE("parental_substance_misuse", 0.10, PARENTAL_MENTAL_ILL_HEALTH, 4),
    LONE_PARENTS("lone_parents", 0.40),
    WORKLESSNESS("worklessness", 0.22, LONE_PARENTS, 4),
    SOCIAL_RENTING("social_renting", 0.28, WORKLESSNESS, 3),
    YOUNG_PARENTS("young_parents", 0.07, LONE_PARENTS, 2.5),
    DISABILITY("disability", 0.14),
    OVERCROWDING("overcrowding", 0.09);

    private final String column;
    private final double shareWithout;
    private final @Nullable CaseFlag partner;
    private final double oddsRatio;

    CaseFlag(String column, double share) {
        this(column, share, null, 1);
    }

    CaseFlag(String column, double shareWithout, @Nullable CaseFlag partner, double oddsRatio) {
        this.column = column;
        this.shareWithout = shareWithout;
        this.partner = partner;
        this.oddsRatio = oddsRatio;
    }

    String column() {
        return column;
    }

    /** The factor that it comes together with. */
    Optional<CaseFlag> partner() {
        return Optional.ofNullable(partner);
    }

    /** The odds ratio of this factor and its partner; 1 where it has none. */
    double oddsRatio() {
        return oddsRatio;
    }

    /** The share of cases that have it. */
    double share() {
        if (partner == null) {
            return shareWithout;
        }
        double withPartner = partner.share();
        return withPartner * shareWith() + (1 - withPartner) * shareWithout;
    }

    /** How likely a case has it that has these others. */
    double probability(List<CaseFlag> drawnBefore) {
        return partner != null && drawnBefore.contains(partner) ? shareWith() : shareWithout;
    }

    /** Whether cases that have it get more help. */
    boolean raisesLevel() {
        return this != DISABILITY && this != OVERCROWDING;
    }

    static List<String> columns() {
        return Arrays.stream(values()).map(CaseFlag::column).toList();
    }

    private double shareWith() {
        double odds = oddsRatio * shareWithout / (1 - shareWithout);
        return odds / (1 + odds);
    }
}
