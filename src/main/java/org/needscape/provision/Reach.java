package org.needscape.provision;

import java.util.Collection;
import java.util.List;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;

/**
 * Children who live within a distance of the nearest site.
 *
 * <p>An area counts as a whole when its centre is within the distance of at least one site in a straight line, the distance itself
 * included: Σ children of the areas with min |centre − site| ≤ distance. Each area counts once, however many sites are near. Roads,
 * buses and opening hours are not in it.
 *
 * @param metres the distance, above 0
 * @param areas how many areas are within it
 * @param areasNotKnown those of them whose number of children is not known
 * @param children of these areas; not known as soon as one of them is not, and 0 where no area is near
 */
public record Reach(double metres, int areas, int areasNotKnown, Value children) {

    /**
     * A place on the British National Grid.
     *
     * @param eastingMetres finite
     * @param northingMetres finite
     */
    public record Spot(double eastingMetres, double northingMetres) {

        private boolean isWithin(double metres, Spot other) {
            return StrictMath.hypot(eastingMetres - other.eastingMetres, northingMetres - other.northingMetres)
                    <= metres;
        }
    }

    /**
     * Where children live.
     *
     * @param centre of an area
     * @param children as they are shown
     */
    public record Home(Spot centre, Value children) {}

    /**
     * The reach of one site, or of several together.
     *
     * @param sites may be none, which reach nobody
     * @param homes every area that counts
     * @throws IllegalArgumentException when the distance is not finite and above 0
     */
    public static Reach of(Collection<Spot> sites, Collection<Home> homes, double metres) {
        if (!(metres > 0) || Double.isInfinite(metres)) {
            throw new IllegalArgumentException("A distance is above 0 metres, not " + metres + ".");
        }
        List<Value> near = homes.stream()
                .filter(home -> sites.stream().anyMatch(site -> site.isWithin(metres, home.centre())))
                .map(Home::children)
                .toList();
        int unknown =
                (int) near.stream().filter(children -> !children.isKnown()).count();
        return new Reach(metres, near.size(), unknown, ValueArithmetic.sum(near));
    }
}
