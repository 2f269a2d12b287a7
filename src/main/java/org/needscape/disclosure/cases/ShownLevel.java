package org.needscape.disclosure.cases;

import java.util.List;
import java.util.function.UnaryOperator;
import org.needscape.indicator.Value;

/**
 * The cases at a level of intervention, as shown.
 *
 * @param level for people, such as "level 3, multiple need"
 * @param cases how many
 * @param factors how common each factor is among them
 */
public record ShownLevel(String level, Value cases, List<ShownFactor> factors) {

    public ShownLevel {
        factors = List.copyOf(factors);
    }

    ShownLevel map(UnaryOperator<Value> change) {
        return new ShownLevel(
                level,
                change.apply(cases),
                factors.stream().map(factor -> factor.map(change)).toList());
    }
}
