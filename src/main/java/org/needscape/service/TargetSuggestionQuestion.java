package org.needscape.service;

import java.util.List;
import java.util.Optional;
import org.needscape.area.AreaId;
import org.needscape.targeting.Resource;
import org.needscape.targeting.SuggestionOptions;
import org.needscape.targeting.TargetConstraints;

/**
 * What a board asks for when it wants target areas suggested.
 *
 * @param district whose areas are chosen from; empty for the whole extent
 * @param need code of the measure of need
 * @param method one set, sets that only grow, or what each budget reaches
 * @param constraints to keep to, about these areas and their districts only
 * @param costs what areas take
 * @param resource whose limit the budgets are; empty for one set
 * @param budgets rising, each above 0; none for one set
 * @param robustness whether to look how the set changes when need is measured otherwise
 * @param options how long to look and how near to the best; the time is for all sets together
 */
record TargetSuggestionQuestion(
        Optional<AreaId> district,
        String need,
        Method method,
        TargetConstraints constraints,
        TargetCosts costs,
        Optional<Resource> resource,
        List<Double> budgets,
        boolean robustness,
        SuggestionOptions options) {

    static final int MOST_BUDGETS = 20;
    static final int MOST_SECONDS = 120;
    static final int MOST_GAP_PERCENT = 50;
    static final double MOST_AMOUNT = 1e12;

    TargetSuggestionQuestion {
        budgets = List.copyOf(budgets);
    }

    /** What is asked for. */
    enum Method {
        /** The set that reaches most need. */
        BEST("best", "The best set", 10),
        /** Sets for rising budgets, each with all areas of the one before. */
        NESTED("nested", "Sets that only grow", 60),
        /** What rising budgets reach, free and under each rule. */
        FRONTIER("frontier", "What each budget reaches", 60);

        private final String code;
        private final String title;
        private final int usualSeconds;

        Method(String code, String title, int usualSeconds) {
            this.code = code;
            this.title = title;
            this.usualSeconds = usualSeconds;
        }

        String code() {
            return code;
        }

        String title() {
            return title;
        }

        /** How long to look where nobody says. */
        int usualSeconds() {
            return usualSeconds;
        }

        /** @throws IllegalArgumentException for an unknown word, with the list of what is possible */
        static Method parse(String text) {
            for (Method method : values()) {
                if (method.code.equals(text)) {
                    return method;
                }
            }
            throw new IllegalArgumentException("Choose best, nested or frontier, not '" + text + "'.");
        }
    }
}
