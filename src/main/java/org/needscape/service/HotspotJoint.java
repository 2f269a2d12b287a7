package org.needscape.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.needscape.area.AreaCode;
import org.needscape.cooccurrence.PlaceCoOccurrence;
import org.needscape.cooccurrence.PlaceFlags;
import org.needscape.hotspot.HighShare;
import org.needscape.hotspot.HotspotInput;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerRow;
import org.needscape.layer.Manifest;
import org.needscape.layer.Release;
import org.needscape.service.HotspotSubject.Note;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.NotComputed;

/**
 * Puts measures together for the join count: an area is flagged when it is high on all of them. Of an area of which one is not known it is
 * not known whether it is. Of places, never of children.
 *
 * @param measures their titles and how many areas are high on each
 * @param together in how many areas all are high, beside what independence lets expect; empty for one measure
 */
record HotspotJoint(List<MeasureHigh> measures, Optional<PlaceCoOccurrence> together) {

    private static final String HIGH = "High areas";

    HotspotJoint {
        measures = List.copyOf(measures);
    }

    /**
     * One measure.
     *
     * @param key of its layer
     * @param title of its layer
     * @param known of how many areas it is known
     * @param high how many of them are high on it
     */
    record MeasureHigh(String key, String title, int known, int high) {}

    /**
     * Flags made of what was made ready to be tested, so that rates of few people are weighed by how sure they are.
     *
     * @param keys of the layers
     * @param subjects of the same layers, over the same areas
     * @throws RejectedException when being high on one of them would say nothing
     */
    static HotspotSubject subject(List<String> keys, List<HotspotSubject> subjects, HighShare high) {
        List<MeasureHigh> measures = new ArrayList<>();
        List<AreaValues> flags = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        for (int at = 0; at < subjects.size(); at++) {
            HotspotSubject subject = subjects.get(at);
            String title = subject.layer().title();
            String field = at == 0 ? "subject" : "with";
            AreaValues flag = high.flags(subject.input().tested())
                    .orElseThrow(() -> new RejectedException(
                            field,
                            "More than half of the areas have the same highest value of " + title
                                    + ", or none has one, so being high says nothing: choose another measure."));
            flags.add(flag);
            measures.add(new MeasureHigh(keys.get(at), title, flag.knownCount(), count(flag)));
            subject.notes().stream()
                    .filter(note -> !note.topic().equals(HotspotSubjects.RATES))
                    .forEach(notes::add);
            notes.add(new Note(
                    HIGH,
                    String.format(
                            Locale.UK,
                            "%,d of %,d areas %s in the %s of %s.",
                            count(flag),
                            flag.knownCount(),
                            count(flag) == 1 ? "is" : "are",
                            high.title(),
                            title)));
        }
        AreaValues all = HighShare.all(flags);
        if (2 * count(all) > all.knownCount()) {
            throw new RejectedException(
                    "subject", "More than half of the areas that are known are high on all: choose other measures.");
        }
        HotspotJoint joint = new HotspotJoint(measures, together(subjects.get(0).layer(), keys, flags));
        notes.add(new Note(HIGH, joint.sentence(all, high)));
        notes.add(new Note(
                HIGH,
                "Rates of counts are compared as empirical Bayes standardised rates, so that areas with few people are not high by"
                        + " chance alone. Circumstances that meet in places need not meet in families."));
        Layer layer = layer(subjects, flags, joint);
        return new HotspotSubject(
                layer,
                layer.rows().stream().map(LayerRow::value).toList(),
                new HotspotInput(subjects.get(0).input().areas(), all, List.of()),
                notes,
                Optional.of(joint));
    }

    private String sentence(AreaValues all, HighShare high) {
        String start = String.format(
                Locale.UK,
                "An area counts as high when it is in the %s of the areas that are known; %,d of %,d areas %s high on %s",
                high.title(),
                count(all),
                all.knownCount(),
                count(all) == 1 ? "is" : "are",
                measures.size() == 1 ? "it" : "all");
        int unknown = all.size() - all.knownCount();
        return start
                + together.filter(found -> found.lift().isPresent())
                        .map(found -> String.format(
                                Locale.UK,
                                ", where %.1f would be if the measures had nothing to do with each other",
                                found.expectedFraction().orElseThrow() * found.of()))
                        .orElse("")
                + "."
                + (unknown == 0
                        ? ""
                        : String.format(
                                Locale.UK,
                                " %,d of which a measure is hidden or not available %s left out, never taken as low.",
                                unknown,
                                unknown == 1 ? "is" : "are"));
    }

    private static Optional<PlaceCoOccurrence> together(Layer layer, List<String> keys, List<AreaValues> flags) {
        if (flags.size() < 2) {
            return Optional.empty();
        }
        List<PlaceFlags> places = new ArrayList<>();
        for (int at = 0; at < flags.size(); at++) {
            AreaValues flag = flags.get(at);
            Map<AreaCode, Value> values = new TreeMap<>();
            for (int area = 0; area < flag.size(); area++) {
                values.put(
                        layer.rows().get(area).code(),
                        flag.isKnown(area) ? Value.known(flag.get(area)) : Value.notAvailable());
            }
            places.add(PlaceFlags.atLeast(keys.get(at), values, 1));
        }
        return Optional.of(PlaceCoOccurrence.of(places));
    }

    /** On how many of the measures each area is high, as a layer. */
    private static Layer layer(List<HotspotSubject> subjects, List<AreaValues> flags, HotspotJoint joint) {
        List<Layer> layers = subjects.stream().map(HotspotSubject::layer).toList();
        Layer first = layers.get(0);
        List<LayerRow> rows = new ArrayList<>();
        for (int area = 0; area < first.rows().size(); area++) {
            LayerRow row = first.rows().get(area);
            rows.add(new LayerRow(row.code(), row.name(), row.district(), value(flags, area), "", List.of()));
        }
        return new Layer(
                first.id(),
                "areas that are high on " + joint.inWords(),
                first.kind(),
                first.extent(),
                first.geography(),
                String.join(
                        ", ",
                        new LinkedHashSet<>(layers.stream().map(Layer::period).toList())),
                layers.size() == 1 ? "measure" : "measures",
                0,
                "High on, of " + layers.size() + (layers.size() == 1 ? " measure" : " measures"),
                "",
                List.of(),
                List.of(),
                cautions(layers),
                manifest(layers),
                release(layers),
                rows);
    }

    String inWords() {
        List<String> titles = measures.stream().map(MeasureHigh::title).toList();
        int last = titles.size() - 1;
        return last == 0
                ? titles.get(0)
                : String.join(", on ", titles.subList(0, last)) + " and on " + titles.get(last);
    }

    private static Value value(List<AreaValues> flags, int area) {
        Set<NotComputed> unknown = new LinkedHashSet<>();
        flags.forEach(flag -> flag.reason(area).ifPresent(unknown::add));
        if (unknown.contains(NotComputed.SUPPRESSED)) {
            return Value.suppressed();
        }
        return unknown.isEmpty()
                ? Value.known(flags.stream().mapToDouble(flag -> flag.get(area)).sum())
                : Value.notAvailable();
    }

    private static List<String> cautions(List<Layer> layers) {
        Set<String> cautions = new LinkedHashSet<>();
        layers.forEach(layer -> cautions.addAll(layer.cautions()));
        return List.copyOf(cautions);
    }

    private static Manifest manifest(List<Layer> layers) {
        Set<Manifest.Input> inputs = new LinkedHashSet<>();
        layers.forEach(layer -> inputs.addAll(layer.manifest().inputs()));
        List<String> hashes =
                layers.stream().map(layer -> layer.manifest().resultHash()).toList();
        return new Manifest(
                layers.size() == 1 ? hashes.get(0) : String.join(" ", hashes),
                SoftwareVersion.software(),
                HotspotPreparation.JOINS,
                List.copyOf(inputs),
                layers.stream().allMatch(HotspotSubjects::isDirectionKnown)
                        ? Map.of()
                        : Map.of(HotspotSubjects.NEED_DIRECTION, Polarity.NOT_STATED.words()));
    }

    /** What may go least far decides how far all may go. */
    private static Optional<Release> release(List<Layer> layers) {
        List<String> farther = List.of("withdrawn", "draft", "approved");
        return layers.stream()
                .flatMap(layer -> layer.release().stream())
                .min(java.util.Comparator.comparingInt(release -> farther.indexOf(release.state())));
    }

    /** Whether no area is known to be high on all. */
    static boolean isNoneHigh(AreaValues flags) {
        return count(flags) == 0;
    }

    private static int count(AreaValues flags) {
        return (int) IntStream.range(0, flags.size())
                .filter(area -> flags.isKnown(area) && flags.get(area) == 1)
                .count();
    }
}
