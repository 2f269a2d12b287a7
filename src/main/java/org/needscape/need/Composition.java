package org.needscape.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.stats.Computed;
import org.needscape.stats.Estimate;
import org.needscape.stats.Interval;
import org.needscape.stats.WilsonInterval;

/**
 * What a count is made of, such as by sex, age or legal status: the share of each category with Wilson's 95 % limits. Immutable.
 *
 * @param breakdown what it is by, for people
 * @param parts the categories in the order in which they were given
 * @param notes what a reader must know, one sentence each
 */
public record Composition(String breakdown, List<Part> parts, List<String> notes) {

    public Composition {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    /**
     * A category.
     *
     * @param category its name
     * @param count events in it, or why not known
     * @param share of all, a fraction 0 to 1; not computed where the count or the total is not known
     */
    public record Part(String category, Value count, Computed share) {}

    /**
     * A category as it enters.
     *
     * @param count a whole number of 0 or more where known
     */
    public record Category(String name, Value count) {}

    /** A breakdown whose categories are all there is: the total is their sum. */
    public static Composition of(String breakdown, List<Category> categories) {
        return of(
                breakdown,
                categories,
                ValueArithmetic.sum(categories.stream().map(Category::count).toList()));
    }

    /**
     * A breakdown of a total that is known by itself.
     *
     * @param total as published; where the categories add up to another number the notes say so
     */
    public static Composition of(String breakdown, List<Category> categories, Value total) {
        List<Part> parts = new ArrayList<>();
        for (Category category : categories) {
            parts.add(new Part(category.name(), category.count(), share(category.count(), total)));
        }
        List<String> notes = new ArrayList<>();
        Value sum = ValueArithmetic.sum(categories.stream().map(Category::count).toList());
        if (sum.isKnown() && total.isKnown() && !sum.equals(total)) {
            notes.add(String.format(
                    Locale.UK,
                    "The categories add up to %,.0f, not to the total of %,.0f: a category is missing, or events are in several.",
                    sum.number().orElseThrow(),
                    total.number().orElseThrow()));
        }
        return new Composition(breakdown, parts, notes);
    }

    private static Computed share(Value count, Value total) {
        if (!count.isKnown()) {
            return Computed.not("Not computed: the count is " + why(count) + ".");
        }
        if (!total.isKnown()) {
            return Computed.not("Not computed: the total is " + why(total) + ".");
        }
        double of = total.number().orElseThrow();
        double having = count.number().orElseThrow();
        if (!(of > 0)) {
            return Computed.not("Not computed: there are no events.");
        }
        if (having > of) {
            return Computed.not("Not computed: the category has more events than there are in all.");
        }
        Interval limits = WilsonInterval.of(having, of, GradientGroup.CONFIDENCE_FRACTION);
        return Computed.of(new Estimate(having / of, limits.lower(), limits.upper()));
    }

    private static String why(Value value) {
        return switch (value.state()) {
            case SUPPRESSED -> "hidden to protect children";
            case NOT_APPLICABLE -> "one that does not apply";
            default -> "not available";
        };
    }
}
