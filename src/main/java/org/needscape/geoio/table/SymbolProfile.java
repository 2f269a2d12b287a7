package org.needscape.geoio.table;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueFlag;
import org.needscape.indicator.ValueState;

/**
 * How one publisher marks cells without a number. Upper and lower case are the same.
 *
 * <p>Everywhere {@code c}, {@code [c]} and {@code *} are suppressed; {@code z} and {@code [z]} not applicable; {@code low},
 * {@code k} and {@code [low]} low; {@code :}, {@code ..}, {@code -} and {@code NA} not available; {@code u} behind a number flags
 * it as low confidence and is not available alone. What a blank, an {@code x} and a {@code ~} mean depends on the publisher. A
 * symbol that is not known is never guessed at.
 *
 * <p>Source: Department for Education, explore education statistics, guidance on symbols; Ministry of Housing, Communities and
 * Local Government, English Indices of Deprivation 2019, File 8 notes on suppressed counts.
 */
public enum SymbolProfile {
    /** Everything without rules of its own, a county's own files among them: a blank and an {@code x} are not available. */
    GENERAL(ValueState.NOT_AVAILABLE, ValueState.NOT_AVAILABLE, false),

    /** The Indices of Deprivation's counts of people, of which small ones are left blank. */
    INDICES_COUNTS(ValueState.SUPPRESSED, ValueState.NOT_AVAILABLE, false),

    /** The Indices of Deprivation's scores, ranks, deciles and denominators. */
    INDICES(ValueState.NOT_AVAILABLE, ValueState.NOT_AVAILABLE, false),

    /** The Department for Education's files up to 2018, in which {@code x} hides a small number. */
    DFE_UP_TO_2018(ValueState.NOT_AVAILABLE, ValueState.SUPPRESSED, true),

    /** The Department for Education's files since 2019, in which {@code x} is not available. */
    DFE(ValueState.NOT_AVAILABLE, ValueState.NOT_AVAILABLE, true);

    private static final Map<String, Value> SHARED = Map.ofEntries(
            Map.entry("c", Value.suppressed()),
            Map.entry("[c]", Value.suppressed()),
            Map.entry("*", Value.suppressed()),
            Map.entry("z", Value.notApplicable()),
            Map.entry("[z]", Value.notApplicable()),
            Map.entry("low", Value.low()),
            Map.entry("[low]", Value.low()),
            Map.entry("k", Value.low()),
            Map.entry("[x]", Value.notAvailable()),
            Map.entry(":", Value.notAvailable()),
            Map.entry("..", Value.notAvailable()),
            Map.entry("-", Value.notAvailable()),
            Map.entry("na", Value.notAvailable()),
            Map.entry("u", Value.notAvailable()),
            Map.entry("[u]", Value.notAvailable()));

    private static final Pattern LOW_CONFIDENCE = Pattern.compile("(\\S+?)\\s*(?:\\[[uU]]|[uU])");

    private final ValueState blank;
    private final ValueState x;
    private final boolean tildeIsLow;

    SymbolProfile(ValueState blank, ValueState x, boolean tildeIsLow) {
        this.blank = blank;
        this.x = x;
        this.tildeIsLow = tildeIsLow;
    }

    /**
     * The Department for Education's profile for a file.
     *
     * @param year the calendar year that the file's figures end in
     */
    public static SymbolProfile dfe(int year) {
        return year <= 2018 ? DFE_UP_TO_2018 : DFE;
    }

    /**
     * Reads a cell.
     *
     * @param cell without surrounding blanks
     * @return what it says, or empty when it is neither a number nor a symbol of this profile
     */
    public Optional<CellReading> read(String cell) {
        if (cell.isEmpty()) {
            return Optional.of(CellReading.of(Value.unknown(blank)));
        }
        OptionalDouble number = NumberText.parse(cell);
        if (number.isPresent()) {
            return Optional.of(CellReading.of(Value.known(number.getAsDouble())));
        }
        return findSymbol(cell.toLowerCase(Locale.ROOT)).map(CellReading::of).or(() -> readLowConfidence(cell));
    }

    private Optional<Value> findSymbol(String symbol) {
        if (symbol.equals("x")) {
            return Optional.of(Value.unknown(x));
        }
        if (symbol.equals("~") && tildeIsLow) {
            return Optional.of(Value.low());
        }
        return Optional.ofNullable(SHARED.get(symbol));
    }

    private static Optional<CellReading> readLowConfidence(String cell) {
        Matcher matcher = LOW_CONFIDENCE.matcher(cell);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        OptionalDouble number = NumberText.parse(matcher.group(1));
        return number.isPresent()
                ? Optional.of(new CellReading(Value.known(number.getAsDouble()), Set.of(ValueFlag.LOW_CONFIDENCE)))
                : Optional.empty();
    }
}
