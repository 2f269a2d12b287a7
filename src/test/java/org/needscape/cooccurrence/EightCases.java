package org.needscape.cooccurrence;

import java.util.List;

/**
 * Eight invented cases with three factors, for working out by hand. Domestic abuse 4, mental ill-health 4, substance misuse 1; by
 * number of factors 3 2 2 1.
 */
final class EightCases {

    static final String ABUSE = ThreeFactorsAtHome.DOMESTIC_ABUSE;
    static final String HEALTH = ThreeFactorsAtHome.PARENTAL_MENTAL_ILL_HEALTH;
    static final String SUBSTANCE = ThreeFactorsAtHome.PARENTAL_SUBSTANCE_MISUSE;
    static final List<String> FACTORS = List.of(ABUSE, HEALTH, SUBSTANCE);

    static final String PREVENTION = "prevention";
    static final String TARGETED = "targeted";
    static final List<String> LEVELS = List.of(PREVENTION, TARGETED);

    private EightCases() {}

    static CaseCounter counter() {
        CaseCounter counter = new CaseCounter(FACTORS, LEVELS);
        counter.add(flags("+++"), TARGETED);
        counter.add(flags("++-"), TARGETED);
        counter.add(flags("++-"), TARGETED);
        counter.add(flags("-+-"), TARGETED);
        counter.add(flags("+--"), PREVENTION);
        counter.add(flags("---"), PREVENTION);
        counter.add(flags("---"), PREVENTION);
        counter.add(flags("---"));
        return counter;
    }

    /** One sign for each factor: + present, - absent, ? unknown. */
    static List<FactorFlag> flags(String signs) {
        return signs.chars()
                .mapToObj(sign -> switch (sign) {
                    case '+' -> FactorFlag.PRESENT;
                    case '-' -> FactorFlag.ABSENT;
                    case '?' -> FactorFlag.UNKNOWN;
                    default -> throw new IllegalArgumentException("Not a flag: " + (char) sign);
                })
                .toList();
    }
}
