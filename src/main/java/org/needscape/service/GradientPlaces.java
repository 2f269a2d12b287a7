package org.needscape.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.AreaParent;
import org.needscape.authority.AuthorityDeciles;
import org.needscape.authority.DecileCount;
import org.needscape.indicator.Category;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.need.GradientGroup;
import org.needscape.need.PlaceDeciles;
import org.needscape.protection.CountView;
import org.needscape.render.Tenths;

/**
 * The places whose gradients can be compared: the extent, its districts, and neighbouring authorities that gave a table by national
 * decile. All are by national deciles, because only these mean the same everywhere.
 */
final class GradientPlaces {

    /** Stands for the extent in addresses. */
    static final String COUNTY = "county";

    private static final String LEFT_OUT = " left out: ";

    private final AreaFrame frame;
    private final Measure measure;
    private final Period period;
    private final CountView counts;
    private final Map<AreaCode, Value> children;
    private final Map<AreaCode, Value> deciles;
    private final List<AuthorityDeciles> tables;
    private final boolean unaccompanied;
    private final double designEffect;
    private final List<AreaId> districts;

    /**
     * @param measure what is counted
     * @param children aged 0 to 17 of the areas, in the year that goes with the period
     * @param deciles national deciles of the areas
     * @param tables of neighbouring authorities, of the same measure and period
     * @param unaccompanied whether unaccompanied asylum-seeking children count
     * @param designEffect of the children of the extent who come as brothers and sisters, 1 where that is not known
     */
    GradientPlaces(
            AreaFrame frame,
            Measure measure,
            Period period,
            CountView counts,
            Map<AreaCode, Value> children,
            Map<AreaCode, Value> deciles,
            List<AuthorityDeciles> tables,
            boolean unaccompanied,
            double designEffect) {
        this.frame = frame;
        this.measure = measure;
        this.period = period;
        this.counts = counts;
        this.children = children;
        this.deciles = deciles;
        this.tables = List.copyOf(tables);
        this.unaccompanied = unaccompanied;
        this.designEffect = designEffect;
        this.districts = frame.districts().values().stream()
                .map(AreaParent::parent)
                .distinct()
                .sorted(Comparator.comparing(AreaId::code))
                .toList();
    }

    /** What kind of place it is. */
    enum Kind {
        COUNTY,
        DISTRICT,
        AUTHORITY;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A place.
     *
     * @param children aged 0 to 17 in all of it
     * @param count of all of it, or why it is not known
     * @param designEffect of its children who come as brothers and sisters, 1 where that is not known
     * @param deciles by national decile; none where they may not be shown or are not known
     * @param notes what a reader must know, one sentence each
     */
    record Place(
            String code,
            String name,
            Kind kind,
            Value children,
            Value count,
            double designEffect,
            List<GradientGroup> deciles,
            List<String> notes) {

        Place {
            deciles = List.copyOf(deciles);
            notes = List.copyOf(notes);
        }

        /** What is left out of it, one sentence each. */
        List<String> leftOut() {
            return notes.stream().filter(note -> note.contains(LEFT_OUT)).toList();
        }

        PlaceDeciles toCompare() {
            return new PlaceDeciles(code, name, deciles);
        }

        /** Whether it has a table by tenth without a hidden count. */
        boolean canBeCompared() {
            return !deciles.isEmpty() && toCompare().isKnown();
        }
    }

    /** The extent, its districts by code, and the authorities by code. */
    List<Place> list() {
        List<Place> places = new ArrayList<>();
        places.add(county());
        districts.forEach(district -> places.add(district(district)));
        tables.forEach(table -> places.add(authority(table)));
        return places;
    }

    /**
     * The extent by tenths of its own areas, ranked among themselves.
     *
     * @return without tenths where these cannot be told
     */
    Place countyByLocalTenths() {
        List<String> notes = new ArrayList<>();
        Value all = ValueArithmetic.sum(children.values());
        List<GradientGroup> groups = groups(counts.localTenths(frame.extent().name(), period), Tenths.LOCAL, notes);
        return new Place(
                COUNTY,
                frame.extent().title(),
                Kind.COUNTY,
                all,
                possible(counts.extent(period, frame.extent().name()), all, notes),
                designEffect,
                groups,
                notes);
    }

    /** The extent. */
    Place county() {
        List<String> notes = new ArrayList<>();
        List<CountView.DecileGroup> shown = unaccompanied
                ? counts.deciles(frame.extent().name(), period)
                : counts.accompaniedDeciles(frame.extent().name(), period);
        List<GradientGroup> groups = groups(shown, Tenths.NATIONAL, notes);
        Value all = ValueArithmetic.sum(children.values());
        Value count = unaccompanied
                ? counts.extent(period, frame.extent().name())
                : accompanied(counts.extentCategories(period, frame.extent().name()));
        return new Place(
                COUNTY,
                frame.extent().title(),
                Kind.COUNTY,
                all,
                possible(count, all, notes),
                designEffect,
                groups,
                notes);
    }

    private Place district(AreaId district) {
        List<String> notes = new ArrayList<>();
        List<GradientGroup> groups = List.of();
        if (unaccompanied) {
            groups = groups(counts.deciles(district, period), Tenths.NATIONAL, notes);
        } else {
            notes.add("By tenth of deprivation it is not known without unaccompanied children: they are too few here.");
        }
        Value all = childrenOf(district);
        Value count = unaccompanied
                ? counts.district(period, district)
                : accompanied(counts.districtCategories(period, district));
        return new Place(
                district.code().value(),
                nameOf(district),
                Kind.DISTRICT,
                all,
                possible(count, all, notes),
                designEffect,
                groups,
                notes);
    }

    private Place authority(AuthorityDeciles table) {
        List<String> notes = new ArrayList<>();
        List<GradientGroup> groups = new ArrayList<>();
        for (DecileCount decile : table.deciles()) {
            if (measure.hasMoreThanLive(decile.count(), Value.known(decile.children()))) {
                notes.add("Decile " + decile.decile() + " is" + LEFT_OUT + MoreThanLive.leftOut(measure));
            } else if (decile.children() > 0) {
                groups.add(GradientGroup.of(decile.decile(), decile.decile(), decile.children(), decile.count()));
            }
        }
        if (!unaccompanied) {
            notes.add("Its table counts unaccompanied children too: nothing else is known of it.");
        }
        return new Place(
                table.authority().code().value(),
                table.authority().name(),
                Kind.AUTHORITY,
                Value.known(table.deciles().stream()
                        .mapToDouble(DecileCount::children)
                        .sum()),
                ValueArithmetic.sum(
                        table.deciles().stream().map(DecileCount::count).toList()),
                1,
                groups,
                notes);
    }

    private List<GradientGroup> groups(List<CountView.DecileGroup> shown, Tenths tenths, List<String> notes) {
        List<GradientGroup> groups = new ArrayList<>();
        for (CountView.DecileGroup group : shown) {
            Value population = ValueArithmetic.sum(group.areas().stream()
                    .map(code -> children.getOrDefault(code, Value.notAvailable()))
                    .toList());
            boolean several = group.first() != group.last();
            String kind = tenths == Tenths.LOCAL ? "Tenth" : "Decile";
            String label = several
                    ? kind + "s " + group.first() + " to " + group.last() + " are"
                    : kind + " " + group.first() + " is";
            if (measure.hasMoreThanLive(group.count(), population)) {
                notes.add(label + LEFT_OUT + MoreThanLive.leftOut(measure));
            } else if (population.number().orElse(0) > 0) {
                groups.add(GradientGroup.of(
                                group.first(),
                                group.last(),
                                population.number().orElseThrow(),
                                tenths == Tenths.LOCAL ? (group.first() + group.last()) / 2.0 : meanDecile(group),
                                group.count())
                        .withDesignEffect(designEffect));
            } else if (!group.areas().isEmpty()) {
                notes.add(label + LEFT_OUT + "the number of children is not known, or there are none.");
            }
            if (several) {
                notes.add(label
                        + (tenths == Tenths.LOCAL
                                ? " shown together to protect children: beside national tenths they would tell a small count."
                                : " shown together to protect children: a count of one of them is small."));
            }
        }
        return groups;
    }

    /** A count of a whole place; not available, with a note, where it has more than live there. */
    private Value possible(Value count, Value all, List<String> notes) {
        if (!measure.hasMoreThanLive(count, all)) {
            return count;
        }
        notes.add("All of it is" + LEFT_OUT + MoreThanLive.leftOut(measure));
        return Value.notAvailable();
    }

    /** Of the children, from the group's first to its last decile. */
    private double meanDecile(CountView.DecileGroup group) {
        double people = 0;
        double sum = 0;
        for (AreaCode code : group.areas()) {
            double here =
                    children.getOrDefault(code, Value.notAvailable()).number().orElse(0);
            people += here;
            sum += here
                    * deciles.getOrDefault(code, Value.notAvailable()).number().orElse(group.first());
        }
        return Math.min(group.last(), Math.max(group.first(), sum / people));
    }

    private static Value accompanied(List<CountView.CategoryCount> categories) {
        return categories.stream()
                .filter(part -> part.category().equals(Category.ACCOMPANIED))
                .map(CountView.CategoryCount::count)
                .findFirst()
                .orElse(Value.notAvailable());
    }

    private String nameOf(AreaId district) {
        return frame.districts().values().stream()
                .filter(parent -> parent.parent().equals(district))
                .map(AreaParent::parentName)
                .findFirst()
                .orElse(district.code().value());
    }

    private Value childrenOf(AreaId district) {
        Map<AreaCode, Value> within = new TreeMap<>();
        frame.districts().forEach((code, parent) -> {
            if (parent.parent().equals(district)) {
                within.put(code, children.getOrDefault(code, Value.notAvailable()));
            }
        });
        return ValueArithmetic.sum(within.values());
    }
}
