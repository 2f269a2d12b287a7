package org.needscape.demo;

/**
 * The sixteen circumstances linked with need that the county measures. Each is a share or a rate of people or households
 * counted, and follows the area's deprivation more or less closely.
 */
enum RiskFactor {
    LONE_PARENTS(
            "lone_parents_pct",
            "Lone parent families",
            RateUnit.PERCENT,
            "Family",
            "Lone parent families with dependent children",
            CountedGroup.FAMILIES,
            0.20,
            0.42,
            0.25),
    SOCIAL_RENTING(
            "social_renting_pct",
            "Social renting",
            RateUnit.PERCENT,
            "Housing",
            "Households renting from a council or housing association",
            CountedGroup.HOUSEHOLDS,
            0.12,
            0.75,
            0.45),
    WORKLESSNESS(
            "worklessness_pct",
            "Worklessness",
            RateUnit.PERCENT,
            "Money and work",
            "People on out-of-work benefits",
            CountedGroup.AGED_16_TO_64,
            0.09,
            0.50,
            0.15),
    LOW_INCOME(
            "children_low_income_pct",
            "Children in low income families",
            RateUnit.PERCENT,
            "Money and work",
            "Children in families with low income",
            CountedGroup.AGED_0_TO_15,
            0.18,
            0.60,
            0.20),
    DOMESTIC_ABUSE(
            "domestic_abuse_per_1000",
            "Domestic abuse incidents",
            RateUnit.PER_1000,
            "Safety",
            "Domestic abuse incidents recorded in the year",
            CountedGroup.RESIDENTS,
            0.018,
            0.45,
            0.25),
    PARENTAL_MENTAL_ILL_HEALTH(
            "parental_mental_ill_health_pct",
            "Parental mental ill-health",
            RateUnit.PERCENT,
            "Health",
            "Children living with a parent in mental ill-health",
            CountedGroup.AGED_0_TO_17,
            0.13,
            0.35,
            0.25),
    PARENTAL_SUBSTANCE_MISUSE(
            "parental_substance_misuse_pct",
            "Parental substance misuse",
            RateUnit.PERCENT,
            "Health",
            "Children living with a parent who misuses alcohol or drugs",
            CountedGroup.AGED_0_TO_17,
            0.065,
            0.38,
            0.25),
    DISABILITY(
            "disability_pct",
            "Disability",
            RateUnit.PERCENT,
            "Health",
            "People whose day-to-day activities are limited",
            CountedGroup.RESIDENTS,
            0.17,
            0.22,
            0.15),
    OVERCROWDING(
            "overcrowding_pct",
            "Overcrowding",
            RateUnit.PERCENT,
            "Housing",
            "Households with too few rooms",
            CountedGroup.HOUSEHOLDS,
            0.035,
            0.55,
            0.35),
    YOUNG_PARENTS(
            "young_parents_pct",
            "Young parents",
            RateUnit.PERCENT,
            "Family",
            "Families with a parent aged under 25",
            CountedGroup.FAMILIES,
            0.105,
            0.45,
            0.25),
    ABSENCE(
            "persistent_absence_pct",
            "Persistent absence",
            RateUnit.PERCENT,
            "Education",
            "Pupils who missed a tenth of sessions or more",
            CountedGroup.AGED_5_TO_15,
            0.20,
            0.35,
            0.20),
    EXCLUSION(
            "exclusion_per_1000",
            "Suspensions and exclusions",
            RateUnit.PER_1000,
            "Education",
            "Suspensions and permanent exclusions in the year",
            CountedGroup.AGED_5_TO_15,
            0.10,
            0.45,
            0.35),
    NEET(
            "neet_pct",
            "Not in education, employment or training",
            RateUnit.PERCENT,
            "Education",
            "People aged 16 to 24 not in education, employment or training",
            CountedGroup.AGED_16_TO_24,
            0.12,
            0.45,
            0.20),
    YOUTH_OFFENDING(
            "youth_offending_per_1000",
            "Youth offending",
            RateUnit.PER_1000,
            "Safety",
            "Proven offences by children in the five years to 2024",
            CountedGroup.AGED_10_TO_17,
            0.14,
            0.50,
            0.35),
    MISSING(
            "missing_episodes_per_1000",
            "Missing episodes",
            RateUnit.PER_1000,
            "Safety",
            "Episodes of children missing from home or care in the three years to 2024",
            CountedGroup.AGED_0_TO_17,
            0.07,
            0.50,
            0.35),
    GOOD_DEVELOPMENT(
            "good_development_pct",
            "Good level of development at five",
            RateUnit.PERCENT,
            "Education",
            "Children with a good level of development at the end of reception, three years to 2024",
            CountedGroup.RECEPTION,
            0.68,
            -0.32,
            0.20);

    private final String id;
    private final String label;
    private final RateUnit unit;
    private final String theme;
    private final String numerator;
    private final CountedGroup group;
    private final double usual;
    private final double gradient;
    private final double own;

    RiskFactor(
            String id,
            String label,
            RateUnit unit,
            String theme,
            String numerator,
            CountedGroup group,
            double usual,
            double gradient,
            double own) {
        this.id = id;
        this.label = label;
        this.unit = unit;
        this.theme = theme;
        this.numerator = numerator;
        this.group = group;
        this.usual = usual;
        this.gradient = gradient;
        this.own = own;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    RateUnit unit() {
        return unit;
    }

    String theme() {
        return theme;
    }

    String numerator() {
        return numerator;
    }

    CountedGroup group() {
        return group;
    }

    boolean higherIsMoreNeed() {
        return gradient > 0;
    }

    /**
     * How likely it is in an area: the usual share, moved on the logit scale by deprivation and by the factor's own landscape.
     *
     * @param deprivation standard deviations above the middle of England
     * @param landscape standard deviations of the factor's own pattern
     */
    double probability(double deprivation, double landscape) {
        double logit = StrictMath.log(usual / (1 - usual)) + gradient * deprivation + own * landscape;
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
