package org.needscape.demo;

/**
 * The sixteen circumstances linked with need that the county measures. Each is a share or a rate of people or households
 * counted, and follows the area's deprivation more or less closely.
 */
enum RiskFactor {
    LONE_PARENTS(
            "lone_parents_pct",
            "Lone parent families",
            Unit.PERCENT,
            "Family",
            "Lone parent families with dependent children",
            Group.FAMILIES,
            0.20,
            0.42,
            0.25),
    SOCIAL_RENTING(
            "social_renting_pct",
            "Social renting",
            Unit.PERCENT,
            "Housing",
            "Households renting from a council or housing association",
            Group.HOUSEHOLDS,
            0.12,
            0.75,
            0.45),
    WORKLESSNESS(
            "worklessness_pct",
            "Worklessness",
            Unit.PERCENT,
            "Money and work",
            "People on out-of-work benefits",
            Group.AGED_16_TO_64,
            0.09,
            0.50,
            0.15),
    LOW_INCOME(
            "children_low_income_pct",
            "Children in low income families",
            Unit.PERCENT,
            "Money and work",
            "Children in families with low income",
            Group.AGED_0_TO_15,
            0.18,
            0.60,
            0.20),
    DOMESTIC_ABUSE(
            "domestic_abuse_per_1000",
            "Domestic abuse incidents",
            Unit.PER_1000,
            "Safety",
            "Domestic abuse incidents recorded in the year",
            Group.RESIDENTS,
            0.018,
            0.45,
            0.25),
    PARENTAL_MENTAL_ILL_HEALTH(
            "parental_mental_ill_health_pct",
            "Parental mental ill-health",
            Unit.PERCENT,
            "Health",
            "Children living with a parent in mental ill-health",
            Group.AGED_0_TO_17,
            0.13,
            0.35,
            0.25),
    PARENTAL_SUBSTANCE_MISUSE(
            "parental_substance_misuse_pct",
            "Parental substance misuse",
            Unit.PERCENT,
            "Health",
            "Children living with a parent who misuses alcohol or drugs",
            Group.AGED_0_TO_17,
            0.065,
            0.38,
            0.25),
    DISABILITY(
            "disability_pct",
            "Disability",
            Unit.PERCENT,
            "Health",
            "People whose day-to-day activities are limited",
            Group.RESIDENTS,
            0.17,
            0.22,
            0.15),
    OVERCROWDING(
            "overcrowding_pct",
            "Overcrowding",
            Unit.PERCENT,
            "Housing",
            "Households with too few rooms",
            Group.HOUSEHOLDS,
            0.035,
            0.55,
            0.35),
    YOUNG_PARENTS(
            "young_parents_pct",
            "Young parents",
            Unit.PERCENT,
            "Family",
            "Families with a parent aged under 25",
            Group.FAMILIES,
            0.105,
            0.45,
            0.25),
    ABSENCE(
            "persistent_absence_pct",
            "Persistent absence",
            Unit.PERCENT,
            "Education",
            "Pupils who missed a tenth of sessions or more",
            Group.AGED_5_TO_15,
            0.20,
            0.35,
            0.20),
    EXCLUSION(
            "exclusion_per_1000",
            "Suspensions and exclusions",
            Unit.PER_1000,
            "Education",
            "Suspensions and permanent exclusions in the year",
            Group.AGED_5_TO_15,
            0.10,
            0.45,
            0.35),
    NEET(
            "neet_pct",
            "Not in education, employment or training",
            Unit.PERCENT,
            "Education",
            "People aged 16 to 24 not in education, employment or training",
            Group.AGED_16_TO_24,
            0.12,
            0.45,
            0.20),
    YOUTH_OFFENDING(
            "youth_offending_per_1000",
            "Youth offending",
            Unit.PER_1000,
            "Safety",
            "Proven offences by children in the five years to 2024",
            Group.AGED_10_TO_17,
            0.14,
            0.50,
            0.35),
    MISSING(
            "missing_episodes_per_1000",
            "Missing episodes",
            Unit.PER_1000,
            "Safety",
            "Episodes of children missing from home or care in the three years to 2024",
            Group.AGED_0_TO_17,
            0.07,
            0.50,
            0.35),
    GOOD_DEVELOPMENT(
            "good_development_pct",
            "Good level of development at five",
            Unit.PERCENT,
            "Education",
            "Children with a good level of development at the end of reception, three years to 2024",
            Group.RECEPTION,
            0.68,
            -0.32,
            0.20);

    /** How it is expressed. */
    enum Unit {
        PERCENT("percent", 100),
        PER_1000("per 1,000", 1000);

        private final String words;
        private final int multiplier;

        Unit(String words, int multiplier) {
            this.words = words;
            this.multiplier = multiplier;
        }

        String words() {
            return words;
        }

        int multiplier() {
            return multiplier;
        }
    }

    /** Whom it is counted among. */
    enum Group {
        RESIDENTS("Residents"),
        HOUSEHOLDS("Households"),
        FAMILIES("Families with dependent children"),
        AGED_0_TO_15("Children aged 0 to 15"),
        AGED_0_TO_17("Children aged 0 to 17"),
        AGED_5_TO_15("Pupils aged 5 to 15"),
        AGED_10_TO_17("Children aged 10 to 17"),
        AGED_16_TO_24("People aged 16 to 24"),
        AGED_16_TO_64("People aged 16 to 64"),
        RECEPTION("Children who finished reception in the three years");

        private final String words;

        Group(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** How many there are in an area in 2024; households and families from the usual number of persons in them. */
        int size(Residents residents, int area) {
            return switch (this) {
                case RESIDENTS -> residents.aged(2024, area, 0, Residents.LAST_AGE);
                case HOUSEHOLDS -> residents.aged(2024, area, 0, Residents.LAST_AGE) * 10 / 23;
                case FAMILIES -> residents.aged(2024, area, 0, 17) * 10 / 17;
                case AGED_0_TO_15 -> residents.aged(2024, area, 0, 15);
                case AGED_0_TO_17 -> residents.aged(2024, area, 0, 17);
                case AGED_5_TO_15 -> residents.aged(2024, area, 5, 15);
                case AGED_10_TO_17 -> residents.aged(2024, area, 10, 17);
                case AGED_16_TO_24 -> residents.aged(2024, area, 16, 24);
                case AGED_16_TO_64 -> residents.aged(2024, area, 16, 64);
                case RECEPTION ->
                    residents.aged(2022, area, 5, 5)
                            + residents.aged(2023, area, 5, 5)
                            + residents.aged(2024, area, 5, 5);
            };
        }
    }

    private final String id;
    private final String label;
    private final Unit unit;
    private final String theme;
    private final String numerator;
    private final Group group;
    private final double usual;
    private final double gradient;
    private final double own;

    RiskFactor(
            String id,
            String label,
            Unit unit,
            String theme,
            String numerator,
            Group group,
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

    Unit unit() {
        return unit;
    }

    String theme() {
        return theme;
    }

    String numerator() {
        return numerator;
    }

    Group group() {
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
