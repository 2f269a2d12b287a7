package org.needscape.disclosure.cases;

import java.util.List;
import org.needscape.indicator.Value;

/**
 * A frequent combination, as shown.
 *
 * @param factors the factors that these cases have and no others; none stands for cases with no factor
 * @param cases how many
 */
public record ShownCombination(List<String> factors, Value cases) {

    public ShownCombination {
        factors = List.copyOf(factors);
    }
}
