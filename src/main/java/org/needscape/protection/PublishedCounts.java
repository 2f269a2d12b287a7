package org.needscape.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.tables.AuditReport;
import org.needscape.disclosure.tables.ProtectedTables;
import org.needscape.indicator.Category;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;

/**
 * Everything that is published of a measure, protected as one: small areas, districts, extents, deprivation deciles, selections
 * that were asked for and the categories of districts, each period by itself. No sums over periods are published, so nothing ties
 * periods together.
 */
final class PublishedCounts implements ProtectedCounts {

    /** Tenths, or fifths, of deprivation. */
    private static final List<Integer> DISTRICT_WIDTHS = List.of(1, 2);

    private final ExactCounts exact;
    private final DisclosurePolicy policy;
    private final Released before;
    private final Map<Period, SelectionSet> selections;
    private final Fineness fineness;
    private final CountTables tables;
    private final ProtectedTables shown;

    /** Made when it is first asked for: it is long, and the same for every answer. */
    private volatile @Nullable String fingerprint;

    /**
     * Protects counts, without those of districts by deprivation.
     *
     * @param before what was shown before
     * @param selections for each period the lists of areas whose sums were shown
     */
    PublishedCounts(
            ExactCounts exact,
            DisclosurePolicy policy,
            Released before,
            Map<Period, ? extends Collection<List<AreaCode>>> selections) {
        this(exact, policy, before, SelectionSet.byPeriod(selections), Fineness.NOTHING);
    }

    private PublishedCounts(
            ExactCounts exact,
            DisclosurePolicy policy,
            Released before,
            Map<Period, SelectionSet> selections,
            Fineness fineness) {
        this(exact, policy, before, selections, fineness, new CountTables(exact, policy, before, selections, fineness));
    }

    private PublishedCounts(
            ExactCounts exact,
            DisclosurePolicy policy,
            Released before,
            Map<Period, SelectionSet> selections,
            Fineness fineness,
            CountTables tables) {
        this(exact, policy, before, selections, fineness, tables, tables.protect());
    }

    private PublishedCounts(
            ExactCounts exact,
            DisclosurePolicy policy,
            Released before,
            Map<Period, SelectionSet> selections,
            Fineness fineness,
            CountTables tables,
            ProtectedTables shown) {
        this.exact = exact;
        this.policy = policy;
        this.before = before;
        this.selections = selections;
        this.fineness = fineness;
        this.tables = tables;
        this.shown = shown;
    }

    /**
     * Protects counts, with more of them by deprivation, as finely as leaves everything else as it would be without them: a new
     * table must not take away what people had. One that is not protected easily is left out, because finding out whether it could be
     * takes long.
     *
     * @param before what was shown before
     * @param selections for each period the lists of areas whose sums were shown
     */
    static PublishedCounts byDeprivation(
            ExactCounts exact,
            DisclosurePolicy policy,
            Released before,
            Map<Period, ? extends Collection<List<AreaCode>>> selections) {
        PublishedCounts best = new PublishedCounts(exact, policy, before, selections);
        if (exact.tellsUnaccompanied()) {
            best = best.as(best.fineness.withAccompanied()).orElse(best);
        }
        best = best.withDistricts();
        return exact.ranksAreas() ? best.as(best.fineness.withLocal()).orElse(best) : best;
    }

    /** The same counts with those of districts by groups of one tenth, or else of two; without any where neither are easy. */
    private PublishedCounts withDistricts() {
        for (int width : DISTRICT_WIDTHS) {
            Optional<PublishedCounts> finer = as(fineness.withDistricts(width));
            if (finer.isPresent()) {
                return finer.get();
            }
        }
        return this;
    }

    private boolean isHidden(CellKey key) {
        return tables.find(key).isPresent() && shownNumber(key).isEmpty();
    }

    /** The same counts with other tables beside them, if these are protected easily and take nothing away. */
    private Optional<PublishedCounts> as(Fineness other) {
        CountTables with = new CountTables(exact, policy, before, selections, other);
        return with.protectEasily(this::isHidden)
                .map(easily -> new PublishedCounts(exact, policy, before, selections, other, with, easily))
                .filter(more -> more.showsAllOf(this));
    }

    @Override
    public Value area(Period period, AreaCode code) {
        Value count = exact.count(period, code);
        return count.isKnown() ? value(CellKey.ofArea(period, code)) : count;
    }

    @Override
    public Value district(Period period, AreaId district) {
        return sumOrReason(
                tables.district(period, district),
                exact.districts().entrySet().stream()
                        .filter(entry -> entry.getValue().equals(district))
                        .map(entry -> exact.count(period, entry.getKey()))
                        .toList());
    }

    @Override
    public List<DecileGroup> deciles(ExtentName extent, Period period) {
        return shown(tables.groups(extent, period));
    }

    @Override
    public List<DecileGroup> localTenths(ExtentName extent, Period period) {
        return shown(tables.localGroups(extent, period));
    }

    @Override
    public List<DecileGroup> deciles(AreaId district, Period period) {
        return shown(tables.groups(district, period));
    }

    @Override
    public List<DecileGroup> accompaniedDeciles(ExtentName extent, Period period) {
        return tables.accompanied(extent, period).stream()
                .map(group -> new DecileGroup(
                        group.first(),
                        group.last(),
                        group.areas(),
                        value(group.key().category(Category.ACCOMPANIED.text()))))
                .toList();
    }

    /** The groups of deciles of every place. */
    List<DecileGroup> deciles(Period period) {
        return shown(tables.groups(period));
    }

    private List<DecileGroup> shown(List<DecileTables.Group> groups) {
        return groups.stream()
                .map(group -> new DecileGroup(group.first(), group.last(), group.areas(), value(group.key())))
                .toList();
    }

    @Override
    public List<CategoryCount> districtCategories(Period period, AreaId district) {
        return categories(tables.district(period, district));
    }

    @Override
    public List<CategoryCount> extentCategories(Period period, ExtentName extent) {
        return categories(tables.extent(period, extent));
    }

    private List<CategoryCount> categories(CellKey place) {
        List<CategoryCount> categories = new ArrayList<>();
        tables.categories(place)
                .forEach((category, count) -> categories.add(
                        new CategoryCount(category, count.isKnown() ? value(place.category(category.text())) : count)));
        return categories;
    }

    @Override
    public Value extent(Period period, ExtentName extent) {
        return sumOrReason(
                tables.extent(period, extent),
                exact.areasOf(extent).stream()
                        .map(code -> exact.count(period, code))
                        .toList());
    }

    @Override
    public OptionalDouble designEffect(Period period, ExtentName extent) {
        return DesignEffect.of(this, period, extent);
    }

    @Override
    public AreaModels models(ExtentName extent, Period period, Map<AreaCode, AreaCovariates> covariates) {
        return ModelledCounts.of(this, extent, period).fit(covariates);
    }

    /** The sum of a selection of areas, which must be among those that this was made with. */
    Value selected(Period period, List<AreaCode> areas) {
        return value(CellKey.ofSelection(period, areas));
    }

    /** What was shown before this. */
    Released before() {
        return before;
    }

    /** What this was made from. */
    ExactCounts exact() {
        return exact;
    }

    /** The selections of a period that this was made with. */
    SelectionSet selections(Period period) {
        return selections.getOrDefault(period, SelectionSet.NONE);
    }

    /** The same counts with one more selection shown, as far as it may be. */
    PublishedCounts with(Period period, List<AreaCode> areas) {
        Map<Period, List<List<AreaCode>>> more = new TreeMap<>();
        selections.forEach((when, set) -> more.put(when, new ArrayList<>(set.lists())));
        more.computeIfAbsent(period, ignored -> new ArrayList<>()).add(areas);
        return new PublishedCounts(exact, policy, before, SelectionSet.byPeriod(more), fineness);
    }

    /** Whether everything that another shows is shown here. */
    boolean showsAllOf(PublishedCounts other) {
        return other.tables.published().stream()
                .filter(key -> other.shownNumber(key).isPresent())
                .allMatch(key -> value(key).isKnown());
    }

    /** The rule that was applied. */
    DisclosurePolicy policy() {
        return policy;
    }

    /** What a stranger can work out. */
    AuditReport audit() {
        return shown.audit();
    }

    /** How many counts are published or hidden. */
    int size() {
        return tables.published().size();
    }

    int hiddenCount() {
        return (int) tables.published().stream()
                .filter(key -> shownNumber(key).isEmpty())
                .count();
    }

    /** What a cell of the {@linkplain #audit audit} is, for people. */
    String describe(int cell) {
        CellKey key = tables.key(cell);
        return key.place() + ", " + key.when();
    }

    /** What is shown now, to be remembered. Rounded numbers tell nobody a count, so they are not among it. */
    Released released() {
        Released released = Released.of(policy.toString());
        tables.published().forEach(key -> {
            OptionalLong number = shownNumber(key);
            if (number.isEmpty() || policy.roundingBase() == 0) {
                released.add(key, number);
            }
            if (!tables.areas(key).isEmpty() && key.kind() != CellKey.Kind.SELECTION) {
                released.addAreas(key, tables.areas(key));
            }
        });
        return released;
    }

    /** Of the counts that this is a view of; selections are none of them and change none. */
    @Override
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = makeFingerprint();
            fingerprint = known;
        }
        return known;
    }

    private String makeFingerprint() {
        StringBuilder viewed = new StringBuilder(policy.toString());
        tables.published().forEach(key -> {
            if (key.kind() != CellKey.Kind.SELECTION) {
                viewed.append('\n').append(key.text()).append('=').append(value(key));
            }
        });
        return viewed.toString();
    }

    private Value value(CellKey key) {
        OptionalLong count = shownNumber(key);
        return count.isPresent() ? Value.known((double) count.getAsLong()) : Value.suppressed();
    }

    private OptionalLong shownNumber(CellKey key) {
        return tables.find(key).map(shown::shown).orElse(OptionalLong.empty());
    }

    /** The published sum; where there is none because a part has no count, the reason of that part. */
    private Value sumOrReason(CellKey key, List<Value> parts) {
        return tables.find(key).isPresent()
                ? value(key)
                : ValueArithmetic.reason(parts).orElse(Value.notAvailable());
    }
}
