package org.needscape.targeting.solver;

import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The integer programme without pieces and with parts of areas allowed, by the simplex method: where not even that has a solution, the
 * limits, numbers and floors contradict each other.
 */
final class LinearRelaxation {

    static {
        // The solver would print advice about the machine among the program's own output.
        System.setProperty("shut.up.ojAlgo", "true");
    }

    private LinearRelaxation() {}

    /** Whether limits, numbers, floors, must-have and must-not alone leave no set. False says nothing. */
    static boolean isImpossible(Instance instance) {
        if (instance.size() == 0) {
            return false;
        }
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] variables = new Variable[instance.size()];
        for (int area = 0; area < variables.length; area++) {
            int least = instance.in().get(area) ? 1 : 0;
            int most = instance.out().get(area) ? 0 : 1;
            if (least > most) {
                return true;
            }
            variables[area] = model.newVariable("x" + area).lower(least).upper(most);
        }
        int number = 0;
        for (LinearRow row : instance.rows()) {
            Expression sum = model.newExpression("r" + number++);
            for (int area = 0; area < variables.length; area++) {
                if (row.amount(area) != 0) {
                    sum.set(variables[area], row.amount(area));
                }
            }
            if (row.hasLower()) {
                sum.lower(row.lower() - 1e-9 * Math.max(1, row.lower()));
            }
            if (row.hasUpper()) {
                sum.upper(row.upper() + 1e-9 * Math.max(1, row.upper()));
            }
        }
        return model.minimise().getState() == Optimisation.State.INFEASIBLE;
    }
}
