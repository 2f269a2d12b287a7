package org.needscape.geoio.table;

import java.util.Set;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueFlag;
import org.needscape.indicator.ValueState;

/** What a figure of an authority cannot be. */
final class FigureRules {

    private static final double PER = 10_000;

    /** What no two rows may share. */
    record Key(String authority, AuthorityMeasure measure, Period period, String category) {}

    private FigureRules() {}

    /**
     * Makes a figure of what a row says.
     *
     * @param field the column of the number
     * @throws RowRefusedException when it is impossible
     */
    static AuthorityFigure make(
            Authority authority,
            AuthorityMeasure measure,
            Period period,
            String category,
            Value number,
            Value rate,
            Value population,
            Set<ValueFlag> flags,
            String field) {
        refuseMoreThanChildren(measure, number, rate, population, field);
        if (number.state() == ValueState.SUPPRESSED && rate.isKnown()) {
            throw new RowRefusedException(
                    field,
                    "The number is hidden and its rate is not, which would tell the number.",
                    "Hide the rate too, or check the row against the published file.");
        }
        return new AuthorityFigure(authority.code(), measure, period, category, number, rate, population, flags);
    }

    static Key key(Authority authority, AuthorityMeasure measure, Period period, String category) {
        return new Key(authority.code().value(), measure, period, category);
    }

    static RowRefusedException repeated(String field) {
        return new RowRefusedException(
                field,
                "The authority has an earlier row for the same measure and period.",
                "Keep one row for each authority, measure and period.");
    }

    private static void refuseMoreThanChildren(
            AuthorityMeasure measure, Value number, Value rate, Value population, String field) {
        boolean moreThanChildren = number.isKnown()
                && population.isKnown()
                && number.number().getAsDouble() > population.number().getAsDouble();
        if (measure.isAtMostOneForEachChild()
                && (moreThanChildren || rate.number().orElse(0) > PER)) {
            throw new RowRefusedException(
                    field,
                    "There are more of them than children who live there.",
                    "Check the row against the published file.");
        }
    }
}
