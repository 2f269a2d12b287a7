package org.needscape.disclosure.tables;

import java.util.ArrayList;
import java.util.Collection;
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
 * shares nothing with the code under test but the tables: another solver, and all counts at once.
 */
public final class Attacker {

    private static final double TOLERANCE = 1e-7;

    private final List<Integer> hidden;
    private final Map<Integer, Integer> position = new HashMap<>();
    private final List<LinearConstraint> constraints = new ArrayList<>();

    /** @param hidden the counts that are not known, by whatever numbers */
    public Attacker(Collection<Integer> hidden) {
        this.hidden = List.copyOf(hidden);
        this.hidden.forEach(count -> position.put(count, position.size()));
    }

    Attacker(LinkedTables tables, ProtectedTables published, DisclosurePolicy policy) {
        this(published.hidden().stream().boxed().toList());
        for (int cell : hidden) {
            learnAtLeast(cell, policy.zeroIsDisclosive() ? 0 : 1);
            if (policy.hides((double) tables.count(cell)) && !tables.isTotal(cell)) {
                learnAtMost(cell, policy.threshold());
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
                    coefficients[column(cells[at])] = sign;
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

    public void learnAtLeast(int count, long least) {
        constraints.add(new LinearConstraint(sum(List.of(count)), Relationship.GEQ, (double) least));
    }

    public void learnAtMost(int count, long most) {
        constraints.add(new LinearConstraint(sum(List.of(count)), Relationship.LEQ, (double) most));
    }

    /** Learns what hidden counts add up to. */
    public void learnSum(Collection<Integer> counts, long sum) {
        constraints.add(new LinearConstraint(sum(counts), Relationship.EQ, (double) sum));
    }

    /** How far apart the least and the greatest that a hidden count can be lie. */
    double width(int count) {
        return width(List.of(count));
    }

    /** How far apart the least and the greatest that hidden counts can add up to lie. */
    public double width(Collection<Integer> counts) {
        return bound(counts, GoalType.MAXIMIZE) - bound(counts, GoalType.MINIMIZE);
    }

    private double bound(Collection<Integer> counts, GoalType goal) {
        try {
            return new SimplexSolver(TOLERANCE)
                    .optimize(
                            new MaxIter(100_000),
                            new LinearObjectiveFunction(sum(counts), 0),
                            new LinearConstraintSet(constraints),
                            goal,
                            new NonNegativeConstraint(true))
                    .getValue();
        } catch (UnboundedSolutionException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private double[] sum(Collection<Integer> counts) {
        double[] coefficients = new double[hidden.size()];
        counts.forEach(count -> coefficients[column(count)] = 1);
        return coefficients;
    }

    private int column(int count) {
        Integer column = position.get(count);
        if (column == null) {
            throw new IllegalArgumentException("The count " + count + " is no hidden one.");
        }
        return column;
    }
}
