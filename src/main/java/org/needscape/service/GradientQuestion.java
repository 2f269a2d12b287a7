package org.needscape.service;

import java.util.List;
import org.needscape.area.ExtentName;

/**
 * What is asked of a gradient.
 *
 * @param extent whose areas count
 * @param id measure and period, such as {@code cla-2024}
 * @param places codes of the places to be compared, {@link GradientPlaces#COUNTY} among them where it is meant; none for the usual ones
 * @param local whether areas are ranked inside the extent alone, which compares no places
 * @param unaccompanied whether unaccompanied asylum-seeking children count
 * @param widened whether the limits of the funnel allow for places that differ more than by chance
 */
public record GradientQuestion(
        ExtentName extent, String id, List<String> places, boolean local, boolean unaccompanied, boolean widened) {

    /** More cannot be told apart on a chart. */
    public static final int MOST_PLACES = 6;

    /** @throws RejectedException when there are too many places, one is named twice, or local tenths are to do what they cannot */
    public GradientQuestion {
        places = List.copyOf(places);
        if (places.size() > MOST_PLACES) {
            throw new RejectedException("places", "Choose at most " + MOST_PLACES + " places.");
        }
        if (places.stream().distinct().count() < places.size()) {
            throw new RejectedException("places", "Name every place once.");
        }
        if (local && !places.stream().allMatch(GradientPlaces.COUNTY::equals)) {
            throw new RejectedException(
                    "places",
                    "Tenths of this county cannot compare places, because they mean nothing elsewhere: leave the places out, or"
                            + " choose national tenths.");
        }
        if (local && !unaccompanied) {
            throw new RejectedException(
                    "unaccompanied",
                    "By tenths of this county nothing is told without unaccompanied children: count them, or choose national tenths.");
        }
    }
}
