package org.needscape.provision;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A service for children, young people or families: a public fact about a county, and nothing about a person.
 *
 * @param name as the county calls it, not blank
 * @param ages whom it is for
 * @param tiers the levels of need that it answers, 1 (universal) to 4 (acute), rising, at least one
 * @param annualBudgetPounds whole pounds a year, 0 or more; empty where it is not known, which is not 0
 * @param places how many can be served at once, 0 or more; empty where it is not known
 * @param sites where it can be gone to; none where that is not known or it comes to the family
 */
public record Service(
        String name,
        AgeRange ages,
        List<Integer> tiers,
        OptionalLong annualBudgetPounds,
        OptionalInt places,
        List<Site> sites) {

    /** The highest level of need. */
    public static final int MOST_TIER = 4;

    /** A hundred times the largest budget of a county for all its services. */
    public static final long MOST_POUNDS = 100_000_000_000L;

    /** @throws IllegalArgumentException for a blank name, levels out of order or range, or a negative number */
    public Service {
        tiers = List.copyOf(tiers);
        sites = List.copyOf(sites);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A service has a name.");
        }
        boolean rising = tiers.stream().sorted().distinct().toList().equals(tiers);
        if (tiers.isEmpty() || !rising || tiers.get(0) < 1 || tiers.get(tiers.size() - 1) > MOST_TIER) {
            throw new IllegalArgumentException("Levels of need are 1 to 4, rising, not " + tiers + ".");
        }
        long pounds = annualBudgetPounds.orElse(0);
        if (pounds < 0 || pounds > MOST_POUNDS || places.orElse(0) < 0) {
            throw new IllegalArgumentException(
                    "A budget and places are 0 or more, not " + annualBudgetPounds + " and " + places + ".");
        }
    }
}
