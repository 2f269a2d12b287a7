package org.needscape.geoio.table;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Period;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.ValueFlag;

/** What the words in the columns of a codebook mean. */
final class CodebookWords {

    private static final Pattern GEOGRAPHY = Pattern.compile("([a-z]+)[ -]?(\\d{4})");
    private static final Pattern PEOPLE = Pattern.compile(
            "(?:number of )?(?:people|persons?|children|child|pupils?|adults?|residents?|households?|families|family|carers?|babies|births"
                    + "|mothers|referrals|cases|young people|episodes|count|number)(?: .*)?");
    private static final Pattern PERCENT = Pattern.compile("(?:%|per ?cent|percentage|pct)(?:[ ,(].*)?");
    private static final Pattern PROPORTION = Pattern.compile("proportion(?:[ ,(].*)?");
    private static final Pattern PER_SO_MANY = Pattern.compile("\\bper (\\d{1,3}(?:,\\d{3})+|\\d{1,7})\\b");

    /** Words of a unit whose numbers may lie below zero or above the whole: a change, or a comparison with something else. */
    private static final Pattern RELATIVE = Pattern.compile(
            "\\b(?:change|points?|difference|growth|increase|decrease|gap|net|excess|average|mean|median|national|england|expected|target"
                    + "|capacity|baseline|benchmark)\\b");

    private static final Pattern LOCAL =
            Pattern.compile("\\b(?:local|restricted|internal|unpublished|confidential)\\b");
    private static final Pattern PUBLISHED =
            Pattern.compile("\\b(?:official|published|computed|estimated?|statistics|accredited|experimental|open)\\b");
    private static final Pattern INDICES =
            Pattern.compile("\\biod ?(20\\d\\d)?\\b|indices of deprivation(?: (20\\d\\d))?");
    private static final Pattern EDUCATION = Pattern.compile("\\bdfe\\b|department for education");
    private static final Pattern CENSUS = Pattern.compile("census (20\\d\\d)");

    private CodebookWords() {}

    /** {@code LSOA 2011} and {@code lsoa-2011}; empty when it is no geography. */
    static Optional<Geography> geography(String text) {
        Matcher matcher = GEOGRAPHY.matcher(TableText.key(text));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String level = matcher.group(1);
        for (Level known : Level.values()) {
            if (known.code().equals(level) || known.columnPrefix().equalsIgnoreCase(level)) {
                int year = Integer.parseInt(matcher.group(2));
                return year > 2000 && year < 2100 ? Optional.of(new Geography(known, year)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** {@code more need}, {@code less need}; anything else does not state it. */
    static Polarity polarity(String higherMeans) {
        return switch (TableText.key(higherMeans)) {
            case "more need", "more", "higher means more need", "worse" -> Polarity.HIGHER_IS_MORE_NEED;
            case "less need", "less", "lower need", "lower means more need", "better" -> Polarity.LOWER_IS_MORE_NEED;
            default -> Polarity.NOT_STATED;
        };
    }

    /** Whether numbers of a unit count people, households or cases. */
    static boolean countsPeople(String unit) {
        String key = TableText.key(unit);
        return PEOPLE.matcher(key).matches() && !key.contains(" per ");
    }

    /**
     * Which numbers a unit allows. Percentages lie between 0 and 100, proportions between 0 and 1, numbers of people are not
     * negative; everything else, rates per 1,000 or 10,000 among it, may be any number.
     */
    static NumberRule rule(String unit) {
        String key = TableText.key(unit);
        if (RELATIVE.matcher(key).find()) {
            return NumberRule.ANY;
        }
        if (PERCENT.matcher(key).matches()) {
            return NumberRule.PERCENT_SHARE;
        }
        if (PROPORTION.matcher(key).matches()) {
            return NumberRule.PROPORTION_SHARE;
        }
        return countsPeople(unit) ? NumberRule.PEOPLE : NumberRule.ANY;
    }

    /**
     * What a count over its denominator is multiplied by in a unit: 100 for percent, 1 for a proportion, 1,000 for a rate per 1,000.
     * Empty for every other unit, and for changes and comparisons.
     */
    static OptionalDouble multiplier(String unit) {
        NumberRule rule = rule(unit);
        if (rule.isShare()) {
            return OptionalDouble.of(rule.most());
        }
        String key = TableText.key(unit);
        Matcher perSoMany = PER_SO_MANY.matcher(key);
        return !RELATIVE.matcher(key).find() && perSoMany.find()
                ? OptionalDouble.of(Double.parseDouble(perSoMany.group(1).replace(",", "")))
                : OptionalDouble.empty();
    }

    /**
     * Whether small numbers have to be hidden: when the codebook says so, and for counts of people that it does not call
     * published. Only an open word for an open count makes it open; a local count stays hidden whatever is said.
     *
     * @return empty when the word is not known
     */
    static Optional<Sensitivity> sensitivity(String stated, String status, boolean countsPeople) {
        String word = TableText.key(stated);
        String origin = TableText.key(status);
        boolean local = LOCAL.matcher(origin).find();
        boolean published = !local && PUBLISHED.matcher(origin).find();
        if (word.equals("restricted")) {
            return Optional.of(Sensitivity.RESTRICTED);
        }
        if (!word.isEmpty() && !word.equals("open")) {
            return Optional.empty();
        }
        boolean statedOpen = word.equals("open") && !local;
        return Optional.of(countsPeople && !published && !statedOpen ? Sensitivity.RESTRICTED : Sensitivity.OPEN);
    }

    /** Flags that a status gives every number: estimated, revised. */
    static Set<ValueFlag> flags(String status) {
        Set<ValueFlag> flags = EnumSet.noneOf(ValueFlag.class);
        String key = status.toLowerCase(Locale.ROOT);
        if (key.startsWith("estimate")) {
            flags.add(ValueFlag.ESTIMATED);
        }
        if (key.contains("revised")) {
            flags.add(ValueFlag.REVISED);
        }
        return flags;
    }

    /**
     * How cells of an indicator say that there is no number. The Indices' counts of people, which their File 8 calls numerators,
     * have small numbers left blank.
     */
    static SymbolProfile symbols(String source, String unit, String id, Period period) {
        String key = TableText.key(source);
        if (INDICES.matcher(key).find()) {
            boolean count = countsPeople(unit) || TableText.key(id).endsWith("numerator");
            return count ? SymbolProfile.INDICES_COUNTS : SymbolProfile.INDICES;
        }
        if (EDUCATION.matcher(key).find()) {
            return SymbolProfile.dfe(period.findYear().orElse(Integer.MAX_VALUE));
        }
        return SymbolProfile.GENERAL;
    }

    /** {@code IoD 2019} or {@code Census 2021} where the source names one, with "estimated" where the status says so. */
    static String edition(String source, String status) {
        String edition = namedEdition(TableText.key(source));
        return flags(status).contains(ValueFlag.ESTIMATED) ? edition + ", estimated" : edition;
    }

    private static String namedEdition(String source) {
        Matcher indices = INDICES.matcher(source);
        if (indices.find()) {
            String year = indices.group(1) != null ? indices.group(1) : indices.group(2);
            return year == null ? "IoD" : "IoD " + year;
        }
        Matcher census = CENSUS.matcher(source);
        return census.find() ? "Census " + census.group(1) : Indicator.NOT_STATED;
    }
}
