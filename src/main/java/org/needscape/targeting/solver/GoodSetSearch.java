package org.needscape.targeting.solver;

import java.time.Duration;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.targeting.GoodSets;
import org.needscape.targeting.GoodSets.Place;
import org.needscape.targeting.StepWatch;
import org.needscape.targeting.Suggestion;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;

/**
 * Finds the areas that every good set has and those that none has. An area of the best set is in every good set when no set without it
 * is good; one that is out is in none when no set with it is good. Every good set that is met on the way answers for all its areas, and
 * a bound answers for most of the others, so that few are searched for.
 */
public final class GoodSetSearch {

    private static final double SAME = 1e-9;

    private final TargetQuestion question;
    private final Instance instance;
    private final double leastNeed;
    private final BitSet best;
    private final BitSet everIn = new BitSet();
    private final BitSet everOut = new BitSet();

    /** Areas that are in every good set when they are in the best, else in none. */
    private final BitSet shown = new BitSet();

    private GoodSetSearch(TargetQuestion question, Suggestion suggestion, double shareFraction) {
        this.question = question;
        this.instance = new Instance(question);
        this.leastNeed = suggestion.need() * (1 - shareFraction);
        this.best = new BitSet();
        Set<AreaCode> chosen = new HashSet<>(suggestion.areas());
        for (int area = 0; area < instance.size(); area++) {
            best.set(area, chosen.contains(instance.code(area)));
        }
    }

    /**
     * Where every area stands.
     *
     * @param best the best set found for the question
     * @param shareFraction how much less a good set may reach, as a share of the need of the best, 0 to below 1
     * @param timeLimit for all areas together; those that it does not suffice for are not known
     * @param watch told of each area; may end the search
     * @throws IllegalArgumentException when the set does not keep to the constraints of the question, or the share is out of range
     * @throws java.util.concurrent.CancellationException when the watch ends the search
     */
    public static GoodSets find(
            TargetQuestion question, Suggestion best, double shareFraction, Duration timeLimit, StepWatch watch) {
        if (!(shareFraction >= 0 && shareFraction < 1)) {
            throw new IllegalArgumentException(
                    "The share that a good set may reach less must be from 0 to below 1, not " + shareFraction + ".");
        }
        GoodSetSearch search = new GoodSetSearch(question, best, shareFraction);
        if (!search.instance.isFeasible(search.best)
                || search.best.cardinality() != best.areas().size()) {
            throw new IllegalArgumentException(
                    "The best set does not keep to the constraints: ask for the set again with these constraints.");
        }
        return search.run(shareFraction, Deadline.in(timeLimit), watch);
    }

    private GoodSets run(double shareFraction, Deadline deadline, StepWatch watch) {
        watch.heard(0, instance.size());
        meet(best);
        shown.or(instance.in());
        shown.or(instance.out());
        screen(deadline, watch);
        BitSet notKnown = new BitSet();
        for (int area = open().nextSetBit(0); area >= 0; area = open().nextSetBit(area + 1)) {
            BitSet open = open();
            int done = instance.size() - open.cardinality() + notKnown.cardinality();
            Runnable going = () -> watch.heard(done, instance.size());
            if (!decide(area, deadline.share(open.cardinality() - notKnown.cardinality()), going)) {
                notKnown.set(area);
            }
            watch.heard(instance.size() - open().cardinality() + notKnown.cardinality(), instance.size());
        }
        return new GoodSets(shareFraction, leastNeed, places());
    }

    private void meet(BitSet set) {
        if (instance.need(set) >= leastNeed - SAME * Math.max(1, leastNeed)) {
            everIn.or(set);
            BitSet others = (BitSet) set.clone();
            others.flip(0, instance.size());
            everOut.or(others);
        }
    }

    /** Areas that are neither in one good set and out of another nor shown to be in every or none. */
    private BitSet open() {
        BitSet open = (BitSet) everIn.clone();
        open.and(everOut);
        open.or(shown);
        open.flip(0, instance.size());
        return open;
    }

    /** What the bound and simple steps show. */
    private void screen(Deadline deadline, StepWatch watch) {
        Prices prices = new Prices(instance);
        Propagation propagation = new Propagation(instance);
        double[] at = prices.first(instance.in(), instance.out());
        prices.startPieces(at, instance.in(), instance.out());
        prices.improve(at, instance.in(), instance.out(), 0.5, 0.01, leastNeed);
        Displacement displacement = new Displacement(instance, best);
        for (int area = open().nextSetBit(0); area >= 0 && !deadline.isOver(); area = open().nextSetBit(area + 1)) {
            BitSet in = instance.in();
            BitSet out = instance.out();
            (best.get(area) ? out : in).set(area);
            BitSet start = (BitSet) in.clone();
            if (!propagation.run(in, out) || prices.bound(at, in, out) < leastNeed - SAME * Math.max(1, leastNeed)) {
                shown.set(area);
            } else if (best.get(area)) {
                start.or(best);
                start.clear(area);
                new Construction(instance, out).from(start).ifPresent(this::meet);
            } else {
                displacement.forArea(area).ifPresent(displaced -> meet(exchanged(displaced, start)));
                new Construction(instance, out).from(start).ifPresent(this::meet);
            }
            watch.heard(instance.size() - open().cardinality(), instance.size());
        }
    }

    private BitSet exchanged(BitSet displaced, BitSet taken) {
        BitSet set = (BitSet) best.clone();
        set.andNot(displaced);
        set.or(taken);
        return set;
    }

    /** Looks for a good set without an area of the best set, or with another area; false when time is over first. */
    private boolean decide(int area, Deadline deadline, Runnable going) {
        if (deadline.isOver()) {
            return false;
        }
        TargetConstraints constraints = question.constraints();
        Set<AreaCode> must = new HashSet<>(constraints.mustHave());
        Set<AreaCode> mustNot = new HashSet<>(constraints.mustNot());
        (best.get(area) ? mustNot : must).add(instance.code(area));
        Instance other =
                new Instance(question.with(constraints.withMustHave(must).withMustNot(mustNot)));
        BranchAndBound.Result result =
                BranchAndBound.reaching(other, leastNeed, deadline, going).run(Optional.empty());
        result.best().ifPresent(this::meet);
        if (!open().get(area)) {
            return true;
        }
        if (result.finished()) {
            shown.set(area);
        }
        return result.finished();
    }

    private SortedMap<AreaCode, Place> places() {
        BitSet open = open();
        SortedMap<AreaCode, Place> places = new TreeMap<>();
        for (int area = 0; area < instance.size(); area++) {
            Place place = open.get(area)
                    ? Place.NOT_KNOWN
                    : !shown.get(area) ? Place.SOME : best.get(area) ? Place.EVERY : Place.NONE;
            places.put(instance.code(area), place);
        }
        return places;
    }
}
