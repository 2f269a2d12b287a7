package org.needscape.service;

import java.util.List;
import java.util.Optional;
import org.needscape.area.Extent;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.layer.Manifest;
import org.needscape.layer.Release;
import org.needscape.need.Composition;
import org.needscape.need.Gradient;
import org.needscape.need.GradientTrend;
import org.needscape.need.ModelChoice;
import org.needscape.need.PlaceComparison;
import org.needscape.need.PlacePair;
import org.needscape.need.WhatIf;
import org.needscape.stats.FunnelPlot;
import org.needscape.stats.LinearGradient;
import org.needscape.stats.SimulatedGradient;

/**
 * Everything that is told of a gradient, made of protected counts.
 *
 * @param question what was asked
 * @param extent whose areas count
 * @param measure what is counted
 * @param period of the counts
 * @param offered what else could be asked for
 * @param places those that are compared, the extent first where it is among them
 * @param county the extent by itself
 * @param gradient of the extent
 * @param linear its untransformed form, for comparison with published ones
 * @param simulated its indices by simulation, as a check
 * @param models over small areas, or over the deciles where those may not be told
 * @param comparison of the places; none of fewer than two that can be compared
 * @param pairs every other place against the first one
 * @param funnel of the districts
 * @param whatIfs what a flatter gradient would mean
 * @param trend over all periods
 * @param compositions by breakdown
 * @param comparators rates that stand beside
 * @param notes what a reader must know, one sentence each
 * @param cautions that always stand with it
 * @param manifest of what it is made from
 * @param release how far it may go; none when it is open
 */
record GradientReport(
        GradientQuestion question,
        Extent extent,
        Measure measure,
        Period period,
        Offered offered,
        List<GradientPlaces.Place> places,
        GradientPlaces.Place county,
        Gradient gradient,
        Optional<LinearGradient> linear,
        Optional<SimulatedGradient> simulated,
        Models models,
        Optional<PlaceComparison> comparison,
        List<PlacePair> pairs,
        Optional<Funnel> funnel,
        List<WhatIf.Outcome> whatIfs,
        GradientTrend trend,
        List<Composition> compositions,
        List<Comparator> comparators,
        List<String> notes,
        List<String> cautions,
        Manifest manifest,
        Optional<Release> release) {

    GradientReport {
        places = List.copyOf(places);
        pairs = List.copyOf(pairs);
        whatIfs = List.copyOf(whatIfs);
        compositions = List.copyOf(compositions);
        comparators = List.copyOf(comparators);
        notes = List.copyOf(notes);
        cautions = List.copyOf(cautions);
    }

    /**
     * What can be chosen.
     *
     * @param gradients every measure and period
     * @param places every place
     * @param unaccompanied whether children can be told apart by whether they came alone to seek asylum
     * @param local whether the extent can be given by tenths of its own areas
     */
    record Offered(
            List<GradientService.Heading> gradients,
            List<GradientPlaces.Place> places,
            boolean unaccompanied,
            boolean local) {}

    /**
     * Count models.
     *
     * @param choice which was used and why
     * @param basis what they are fitted to, in a sentence
     * @param areas how many small areas, 0 where the deciles stand for them
     */
    record Models(ModelChoice choice, String basis, int areas) {}

    /**
     * Rates of districts against chance.
     *
     * @param plot of those with a count
     * @param shown in the order of its points
     * @param hidden those without
     * @param curve the limits at rising numbers of children
     */
    record Funnel(
            FunnelPlot plot,
            List<GradientPlaces.Place> shown,
            List<GradientPlaces.Place> hidden,
            List<FunnelPlot.Limits> curve) {}

    /**
     * A rate that stands beside that of the extent.
     *
     * @param kind of place, in one word
     * @param ratePer10000 with limits where they are known
     * @param source in words
     */
    record Comparator(
            String code,
            String name,
            String kind,
            String period,
            double ratePer10000,
            Optional<org.needscape.stats.Interval> limitsPer10000,
            String source) {}
}
