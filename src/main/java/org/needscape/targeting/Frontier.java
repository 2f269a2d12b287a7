package org.needscape.targeting;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What more of a resource would reach, and what it costs to hold to a rule.
 *
 * @param resource whose limit rises
 * @param points by rising limit
 */
public record Frontier(Resource resource, List<Point> points) {

    /** A rule that is held to, beside limits, must-have and must-not. */
    public enum Rule {
        /** None: areas lie anywhere. */
        FREE,
        /** The areas hang together, in as many pieces as the question lets, or in one where it says nothing. */
        CONTIGUOUS,
        /** Each set holds all areas of the set for the limit before. */
        NESTED,
        /** Districts get what the question's floors say. */
        FLOOR
    }

    public Frontier {
        points = List.copyOf(points);
    }

    /**
     * One limit.
     *
     * @param limit of the resource
     * @param outcomes by rule
     */
    public record Point(double limit, Map<Rule, SuggestionOutcome> outcomes) {

        public Point {
            outcomes = Map.copyOf(outcomes);
        }

        /** Need reached without a rule less need reached with it, both as found; empty where one has no set. */
        public OptionalDouble price(Rule rule) {
            OptionalDouble free = need(Rule.FREE);
            OptionalDouble held = need(rule);
            return free.isPresent() && held.isPresent()
                    ? OptionalDouble.of(Math.max(0, free.getAsDouble() - held.getAsDouble()))
                    : OptionalDouble.empty();
        }

        private OptionalDouble need(Rule rule) {
            SuggestionOutcome outcome = outcomes.get(rule);
            return outcome == null || outcome.suggestion().isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(outcome.suggestion().get().need());
        }
    }
}
