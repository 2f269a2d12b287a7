package org.needscape.disclosure.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.needscape.disclosure.DisclosurePolicy;

/**
 * Somebody who sees what is published, knows how hiding works and even which parts are small ones, and solves the linear system. It
 * shares nothing with the code under test but the tables: another solver, and all cells at once.
 */
final class Attacker {

    private static final double TOLERANCE = 1e-7;

    private final List<Integer> hidden = new ArrayList<>();
    private final Map<Integer, Integer> position = new HashMap<>();
    private final List<LinearConstraint> constraints = new ArrayList<>();

    Attacker(LinkedTables tables, ProtectedTables published, DisclosurePolicy policy) {
        for (int cell = 0; cell < tables.size(); cell++) {
            if (published.isHidden(cell)) {
                position.put(cell, hidden.size());
                hidden.add(cell);
            }
        }
        for (int cell : hidden) {
            constraints.add(one(cell, Relationship.GEQ, policy.zeroIsDisclosive() ? 0 : 1));
            if (policy.hides((double) tables.count(cell)) && !tables.isTotal(cell)) {
                constraints.add(one(cell, Relationship.LEQ, policy.threshold()));
            }
        }
        for (int line = 0; line < tables.lineCount(); line++) {
            double[] coefficients = new double[hidden.size()];
            double known = 0;
            boolean any = false;
            int[] cells = tables.line(line);
            for (int at = 0; at < cells.length; at++) {
                int sign = at == 0 ? -1 : 1;
                if (published.isHidden(cells[at])) {
                    coefficients[position.get(cells[at])] = sign;
                    any = true;
                } else {
                    known += sign * published.shown(cells[at]).orElseThrow();
                }
            }
            if (any) {
                constraints.add(new LinearConstraint(coefficients, Relationship.EQ, -known));
            }
        }
    }

    List<Integer> hiddenCells() {
        return hidden;
    }

    /** How far apart the least and the greatest count of a cell lie. */
    double width(int cell) {
        return bound(cell, GoalType.MAXIMIZE) - bound(cell, GoalType.MINIMIZE);
    }

    private double bound(int cell, GoalType goal) {
        double[] objective = new double[hidden.size()];
        objective[position.get(cell)] = 1;
        try {
            return new SimplexSolver(TOLERANCE)
                    .optimize(
                            new MaxIter(100_000),
                            new LinearObjectiveFunction(objective, 0),
                            new LinearConstraintSet(constraints),
                            goal,
                            new NonNegativeConstraint(true))
                    .getValue();
        } catch (UnboundedSolutionException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private LinearConstraint one(int cell, Relationship relationship, double value) {
        double[] coefficients = new double[hidden.size()];
        coefficients[position.get(cell)] = 1;
        return new LinearConstraint(coefficients, relationship, value);
    }
}
