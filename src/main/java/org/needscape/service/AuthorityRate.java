package org.needscape.service;

import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityFigure;
import org.needscape.indicator.Value;
import org.needscape.stats.Interval;
import org.needscape.stats.PoissonInterval;

/**
 * A figure of an authority with its rate and the number of children that it is of.
 *
 * <p>The rate is the published one. Where none is published it is number / children × 10,000. The number of children is the published one
 * too; where none is, it follows from number and published rate, which are rounded, so that it is true to about half a last digit of the
 * rate; else it is what was published of another measure of the same authority and year. Limits are Byar's of the number.
 *
 * @param authority as it is now known
 * @param figure as published, under the code of its time
 * @param ratePer10000 published or worked out
 * @param rateSource where the rate is from
 * @param children aged 0 to 17
 * @param childrenSource where their number is from
 */
record AuthorityRate(
        Authority authority,
        AuthorityFigure figure,
        Value ratePer10000,
        Source rateSource,
        Value children,
        Source childrenSource) {

    static final double CONFIDENCE = 0.95;

    private static final double PER = 10_000;

    /** Where a number is from. */
    enum Source {
        PUBLISHED("published"),
        /** Of another measure of the same authority and year. */
        PUBLISHED_ELSEWHERE("published with another measure"),
        /** From number and rounded rate. */
        DERIVED("derived from the number and the rounded rate"),
        WORKED_OUT("worked out from the number and the children"),
        NONE("not available");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * Makes a rate of a figure.
     *
     * @param elsewhere children aged 0 to 17 as published with another measure; not available where they are not
     */
    static AuthorityRate of(Authority authority, AuthorityFigure figure, Value elsewhere) {
        Value children = figure.population();
        Source childrenSource = Source.PUBLISHED;
        if (!isSome(children)) {
            double rate = figure.ratePer10000().number().orElse(0);
            boolean derivable = rate > 0 && isSome(figure.number());
            children = derivable ? figure.number().map(number -> number / rate * PER) : elsewhere;
            childrenSource = derivable ? Source.DERIVED : Source.PUBLISHED_ELSEWHERE;
        }
        if (!isSome(children)) {
            children = Value.notAvailable();
            childrenSource = Source.NONE;
        }
        boolean published = figure.ratePer10000().isKnown();
        double of = children.number().orElse(0);
        Value rate =
                published || of == 0 ? figure.ratePer10000() : figure.number().map(number -> number / of * PER);
        Source rateSource = published ? Source.PUBLISHED : rate.isKnown() ? Source.WORKED_OUT : Source.NONE;
        return new AuthorityRate(authority, figure, rate, rateSource, children, childrenSource);
    }

    AreaCode code() {
        return authority.code();
    }

    /** Whether number and children are known, so that it can be compared by number. */
    boolean isCounted() {
        return figure.number().isKnown() && children.isKnown();
    }

    /** The number. @throws java.util.NoSuchElementException where it is not known */
    long number() {
        return Math.round(figure.number().number().orElseThrow());
    }

    /** The children. @throws java.util.NoSuchElementException where they are not known */
    double childrenAged0To17() {
        return children.number().orElseThrow();
    }

    /** The limits of the rate; none where number or children are not known. */
    Optional<Interval> limits() {
        return isCounted()
                ? Optional.of(PoissonInterval.ofRatePer10000(number(), childrenAged0To17(), CONFIDENCE))
                : Optional.empty();
    }

    private static boolean isSome(Value value) {
        return value.number().orElse(0) > 0;
    }
}
