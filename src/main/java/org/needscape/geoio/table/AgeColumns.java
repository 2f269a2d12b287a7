package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.indicator.ValueState;
import org.needscape.report.UnreadableFileException;

/**
 * The columns of a population table: single years of age ({@code 0} to {@code 90+}), single years by sex ({@code F0} to
 * {@code M90}), or totals that are there already ({@code All Ages}, {@code pop_0_17}).
 */
final class AgeColumns {

    private static final int LAST_CHILD_AGE = 17;
    private static final Pattern AGE = Pattern.compile("([fm])?(?:aged? )?(\\d{1,3})(\\+| and over)?");
    private static final Pattern ALL = Pattern.compile(
            "(?:(?:pop|population) )?(?:all|total)(?: ages)?(?: population)?(?: mid ?(\\d{4}))?|(?:pop|population)(?: mid ?(\\d{4}))?|all persons|persons");
    private static final Pattern CHILDREN =
            Pattern.compile("(?:(?:pop|population|children) )?(?:aged? )?0 (?:to )?17(?: years)?(?: mid ?(\\d{4}))?");

    private final List<NumberColumn> children;
    private final List<NumberColumn> everyAge;
    private final Optional<NumberColumn> total;
    private final boolean byAge;

    private AgeColumns(
            List<NumberColumn> children, List<NumberColumn> everyAge, Optional<NumberColumn> total, boolean byAge) {
        this.children = children;
        this.everyAge = everyAge;
        this.total = total;
        this.byAge = byAge;
    }

    /**
     * Finds them.
     *
     * @param period a column that names another mid-year is not taken
     * @throws UnreadableFileException when neither children aged 0 to 17 nor people of all ages can be made of them
     */
    static AgeColumns find(TableHeader header, Period period, String fileName) {
        Map<String, Map<Integer, NumberColumn>> ages = new TreeMap<>();
        Optional<NumberColumn> total = Optional.empty();
        Optional<NumberColumn> children = Optional.empty();
        boolean complete = false;
        for (int index = 0; index < header.size(); index++) {
            NumberColumn column = new NumberColumn(index, header.name(index), SymbolProfile.GENERAL, NumberRule.COUNT);
            String words = TableText.words(header.name(index));
            Matcher age = AGE.matcher(words);
            if (age.matches()) {
                String sex = age.group(1) == null ? "" : age.group(1);
                int years = Integer.parseInt(age.group(2));
                // 90 is the last column of every edition and means 90 and over, with or without the plus.
                complete |= age.group(3) != null || years >= 90;
                ages.computeIfAbsent(sex, unused -> new TreeMap<>()).put(years, column);
            } else if (total.isEmpty() && isOf(ALL, words, period)) {
                total = Optional.of(column);
            } else if (children.isEmpty() && isOf(CHILDREN, words, period)) {
                children = Optional.of(column);
            }
        }
        List<NumberColumn> single = childAges(ages, fileName);
        if (single.isEmpty() && children.isEmpty() && total.isEmpty()) {
            throw new UnreadableFileException(
                    fileName
                            + " has neither single years of age nor columns for all ages or ages 0 to 17: give the table by single year of age.");
        }
        List<NumberColumn> every = new ArrayList<>();
        if (complete && !single.isEmpty()) {
            ages.values().forEach(bySex -> every.addAll(bySex.values()));
        }
        return new AgeColumns(
                single.isEmpty() ? children.map(List::of).orElse(List.of()) : single, every, total, !single.isEmpty());
    }

    /** Whether the table has single years of age, as the Office for National Statistics publishes it. */
    boolean areSingleYears() {
        return byAge;
    }

    boolean haveChildren() {
        return !children.isEmpty();
    }

    boolean haveAllAges() {
        return total.isPresent() || !everyAge.isEmpty();
    }

    /** Children aged 0 to 17 of a row; not available where the table does not have them. */
    Value readChildren(TableRow row) {
        return sum(children, row);
    }

    /**
     * People of all ages of a row; not available where the table does not have them. Where it has both, the total and the single
     * years must agree.
     */
    Value readAllAges(TableRow row) {
        if (total.isEmpty()) {
            return sum(everyAge, row);
        }
        Value stated = total.get().read(row).value();
        if (!everyAge.isEmpty()) {
            OptionalDouble added = sum(everyAge, row).number();
            // Each single year may have been rounded by half a person.
            if (added.isPresent()
                    && stated.isKnown()
                    && Math.abs(added.getAsDouble() - stated.number().getAsDouble()) > everyAge.size() / 2.0) {
                throw new RowRefusedException(
                        total.get().header(),
                        "The single years of age do not add up to the total.",
                        "Check the row for shifted columns.");
            }
        }
        return stated;
    }

    /** All or nothing: a year that is missing in between would make too small a sum without anybody seeing it. */
    private static List<NumberColumn> childAges(Map<String, Map<Integer, NumberColumn>> ages, String fileName) {
        List<NumberColumn> columns = new ArrayList<>();
        if (ages.containsKey("")) {
            addChildAges(ages.get(""), "", columns, fileName);
            ages.keySet().retainAll(List.of(""));
            return columns;
        }
        if (ages.containsKey("f") != ages.containsKey("m")) {
            throw new UnreadableFileException(
                    fileName
                            + " has single years of age for one sex only: give the table for females and males, or for persons.");
        }
        ages.forEach((sex, bySex) -> addChildAges(bySex, sex, columns, fileName));
        return columns;
    }

    private static void addChildAges(
            @Nullable Map<Integer, NumberColumn> bySex, String sex, List<NumberColumn> columns, String fileName) {
        for (int age = 0; age <= LAST_CHILD_AGE; age++) {
            NumberColumn column = bySex == null ? null : bySex.get(age);
            if (column == null) {
                throw new UnreadableFileException(fileName + " has single years of age, but no column for age "
                        + sex.toUpperCase(Locale.ROOT) + age + ": all of 0 to 17 are needed.");
            }
            columns.add(column);
        }
    }

    /** No columns, or an age without a number, give a population that is not available; a hidden age gives a hidden one. */
    private static Value sum(List<NumberColumn> columns, TableRow row) {
        if (columns.isEmpty()) {
            return Value.notAvailable();
        }
        Value sum = ValueArithmetic.sum(
                columns.stream().map(column -> column.read(row).value()).toList());
        return sum.isKnown() || sum.state() == ValueState.SUPPRESSED ? sum : Value.notAvailable();
    }

    private static boolean isOf(Pattern pattern, String words, Period period) {
        Matcher matcher = pattern.matcher(words);
        if (!matcher.matches()) {
            return false;
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String year = matcher.group(group);
            if (year != null && !period.findYear().equals(Optional.of(Integer.valueOf(year)))) {
                return false;
            }
        }
        return true;
    }
}
