package org.needscape.indicator;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An intervention measure: help and protection that children receive, counted per area of their home. The same help is two
 * measures where it is counted both at a date and by who starts: neither follows from the other.
 */
public enum Measure {
    EARLY_HELP("early-help", Basis.STOCK, "Early help", "children receiving early help"),
    EARLY_HELP_STARTS(
            "early-help-starts", Basis.STARTS, "Early help started", "children who started to receive early help"),
    REFERRALS("referrals", Basis.EVENTS, "Referrals", "referrals to children's social care"),
    CIN("cin", Basis.STOCK, "Children in need", "children in need"),
    CIN_STARTS("cin-starts", Basis.STARTS, "Children starting to be in need", "children who started to be in need"),
    CPP("cpp", Basis.STOCK, "Child protection plans", "children on a child protection plan"),
    CPP_STARTS(
            "cpp-starts",
            Basis.STARTS,
            "Child protection plans started",
            "children who became the subject of a child protection plan"),
    CLA("cla", Basis.STOCK, "Children looked after", "children looked after"),
    CLA_STARTS(
            "cla-starts",
            Basis.STARTS,
            "Children starting to be looked after",
            "children who started to be looked after");

    private static final Map<IndicatorId, Measure> BY_INDICATOR =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Measure::indicatorId, measure -> measure));

    private static final String FAMILIES_SQUARED = "-families-squared";

    private static final Set<IndicatorId> ALL_FAMILIES_SQUARED =
            Arrays.stream(values()).map(Measure::familiesSquaredId).collect(Collectors.toUnmodifiableSet());

    private final String code;
    private final Basis basis;
    private final String label;
    private final String counted;

    Measure(String code, Basis basis, String label, String counted) {
        this.code = code;
        this.basis = basis;
        this.label = label;
        this.counted = counted;
    }

    /** The word of the command line and of layer ids. */
    public String code() {
        return code;
    }

    /** Whether it counts at a date or over a period. */
    public Basis basis() {
        return basis;
    }

    public String label() {
        return label;
    }

    /** What is counted, in lower case and the plural. */
    public String counted() {
        return counted;
    }

    /**
     * Whether more children are counted than live where they are counted, which cannot be where each is counted once: those of a stock
     * at a date. Who starts during a period may start twice or have moved away since, and one child may bring several events.
     *
     * @param count of an area or of several together
     * @param childrenAged0To17 of the same
     * @return {@code false} where one of them is not known: of a count that is hidden nothing is said; {@code true} for a count above 0
     *     where no children live
     */
    public boolean hasMoreThanLive(Value count, Value childrenAged0To17) {
        return basis == Basis.STOCK
                && count.isKnown()
                && childrenAged0To17.isKnown()
                && count.number().getAsDouble() > childrenAged0To17.number().getAsDouble();
    }

    /** The indicator that keeps its counts. */
    public IndicatorId indicatorId() {
        return new IndicatorId(code + "-count");
    }

    /**
     * The indicator that keeps how its children come in families: for each area Σ m², with m children of a family counted there. Only
     * the package {@code protection} reads it; it is in no list of indicators.
     */
    public IndicatorId familiesSquaredId() {
        return new IndicatorId(code + FAMILIES_SQUARED);
    }

    /** Whether an indicator keeps how the children of a measure come in families. */
    public static boolean isFamiliesSquared(IndicatorId indicator) {
        return ALL_FAMILIES_SQUARED.contains(indicator);
    }

    /**
     * The measure that an identifier such as {@code cla-starts-2024} begins with, followed by a hyphen; the one with the longest
     * code, because the codes of starts begin with those of the stocks.
     */
    public static Optional<Measure> findAtStart(String id) {
        return Arrays.stream(values())
                .filter(measure -> id.startsWith(measure.code + "-"))
                .max(Comparator.comparingInt(measure -> measure.code.length()));
    }

    /** The measure whose counts an indicator keeps. */
    public static Optional<Measure> find(IndicatorId indicator) {
        return Optional.ofNullable(BY_INDICATOR.get(indicator));
    }

    /** @throws IllegalArgumentException for an unknown word, with the list of what is possible */
    public static Measure parse(String code) {
        for (Measure measure : values()) {
            if (measure.code.equals(code.strip().toLowerCase(Locale.ROOT))) {
                return measure;
            }
        }
        throw new IllegalArgumentException("Unknown measure '" + code + "': use one of "
                + Arrays.stream(values()).map(Measure::code).collect(Collectors.joining(", ")) + ".");
    }
}
