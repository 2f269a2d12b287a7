package org.needscape.authority;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.needscape.indicator.Measure;

/**
 * What the Department for Education publishes of each authority. A rate is per 10,000 children aged 0 to 17.
 *
 * <p>Episodes are not children: a child whom a plan ended for and began for again within the year counts twice among episodes. Where
 * both are published they are two measures.
 */
public enum AuthorityMeasure {
    CLA_AT_31_MARCH(
            "cla-at-31-march", "Children looked after", "children", WhenCounted.STOCK, Optional.of(Measure.CLA)),
    CLA_STARTED(
            "cla-started",
            "Children starting to be looked after",
            "children",
            WhenCounted.STARTS,
            Optional.of(Measure.CLA_STARTS)),
    CLA_CEASED(
            "cla-ceased",
            "Children ceasing to be looked after",
            "children",
            WhenCounted.ENDS,
            Optional.of(Measure.CLA)),
    CPP_AT_31_MARCH("cpp-at-31-march", "Child protection plans", "plans", WhenCounted.STOCK, Optional.of(Measure.CPP)),
    CPP_STARTED("cpp-started", "Child protection plans starting", "plans", WhenCounted.STARTS, Optional.empty()),
    CPP_STARTED_CHILDREN(
            "cpp-started-children",
            "Children starting a child protection plan",
            "children",
            WhenCounted.STARTS,
            Optional.of(Measure.CPP_STARTS)),
    CPP_ENDED("cpp-ended", "Child protection plans ending", "plans", WhenCounted.ENDS, Optional.of(Measure.CPP)),
    CPP_ENDED_CHILDREN(
            "cpp-ended-children",
            "Children ending a child protection plan",
            "children",
            WhenCounted.ENDS,
            Optional.of(Measure.CPP)),
    CPP_ANY_POINT("cpp-any-point", "Child protection plans", "plans", WhenCounted.ANY_POINT, Optional.of(Measure.CPP)),
    CPP_ANY_POINT_CHILDREN(
            "cpp-any-point-children",
            "Children on a child protection plan",
            "children",
            WhenCounted.ANY_POINT,
            Optional.of(Measure.CPP)),
    CIN_AT_31_MARCH("cin-at-31-march", "Children in need", "episodes", WhenCounted.STOCK, Optional.of(Measure.CIN)),
    CIN_STARTED("cin-started", "Episodes of need starting", "episodes", WhenCounted.STARTS, Optional.empty()),
    CIN_STARTED_CHILDREN(
            "cin-started-children",
            "Children starting an episode of need",
            "children",
            WhenCounted.STARTS,
            Optional.of(Measure.CIN_STARTS)),
    CIN_ENDED("cin-ended", "Episodes of need ending", "episodes", WhenCounted.ENDS, Optional.of(Measure.CIN)),
    CIN_ENDED_CHILDREN(
            "cin-ended-children",
            "Children ending an episode of need",
            "children",
            WhenCounted.ENDS,
            Optional.of(Measure.CIN)),
    CIN_ANY_POINT("cin-any-point", "Episodes of need", "episodes", WhenCounted.ANY_POINT, Optional.of(Measure.CIN)),
    CIN_ANY_POINT_CHILDREN(
            "cin-any-point-children", "Children in need", "children", WhenCounted.ANY_POINT, Optional.of(Measure.CIN)),
    CIN_AWAITING_ASSESSMENT(
            "cin-awaiting-assessment",
            "Episodes of need awaiting assessment",
            "episodes",
            WhenCounted.STOCK,
            Optional.of(Measure.CIN)),
    REFERRALS("referrals", "Referrals", "referrals", WhenCounted.STARTS, Optional.of(Measure.REFERRALS)),
    REREFERRALS(
            "rereferrals",
            "Referrals within a year of an earlier one",
            "referrals",
            WhenCounted.STARTS,
            Optional.of(Measure.REFERRALS)),
    SECTION_47_ENQUIRIES(
            "section47-enquiries", "Section 47 enquiries", "enquiries", WhenCounted.STARTS, Optional.empty()),
    ICPC("icpc", "Initial child protection conferences", "conferences", WhenCounted.STARTS, Optional.empty()),
    ASSESSMENT_FACTORS(
            "assessment-factors",
            "Factors identified at the end of assessment",
            "episodes",
            WhenCounted.STARTS,
            Optional.empty());

    private static final List<AuthorityMeasure> AT_MOST_ONE_FOR_EACH_CHILD =
            List.of(CLA_AT_31_MARCH, CPP_AT_31_MARCH, CIN_AT_31_MARCH, CIN_AWAITING_ASSESSMENT);

    private final String key;
    private final String label;
    private final String counted;
    private final WhenCounted basis;
    private final Optional<Measure> measure;

    AuthorityMeasure(String key, String label, String counted, WhenCounted basis, Optional<Measure> measure) {
        this.key = key;
        this.label = label;
        this.counted = counted;
        this.basis = basis;
        this.measure = measure;
    }

    /** The word of files and addresses, such as {@code cla-at-31-march}. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** What is counted, in lower case and the plural: children, episodes, plans, referrals. */
    public String counted() {
        return counted;
    }

    public WhenCounted basis() {
        return basis;
    }

    /** The measure of small areas that it is the same help as, if any. */
    public Optional<Measure> measure() {
        return measure;
    }

    /** Whether no child counts twice, so that there cannot be more of it than children. */
    public boolean isAtMostOneForEachChild() {
        return counted.equals("children") || AT_MOST_ONE_FOR_EACH_CHILD.contains(this);
    }

    /** The measure that stands beside the rates of small areas: who is there on the day; of referrals, those of the year. */
    public static Optional<AuthorityMeasure> standardOf(Measure measure) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.measure.equals(Optional.of(measure)))
                .findFirst();
    }

    /** @throws IllegalArgumentException for an unknown word, with the list of what is possible */
    public static AuthorityMeasure parse(String key) {
        String wanted = key.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values())
                .filter(candidate -> candidate.key.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown measure '" + key.strip() + "': use one of "
                        + Arrays.stream(values()).map(AuthorityMeasure::key).collect(Collectors.joining(", ")) + "."));
    }
}
