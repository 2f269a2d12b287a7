package org.needscape.disclosure.tables;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The least and the greatest count that a cell can have, by linear programming over a set of free cells: minimise and maximise the
 * cell subject to every total and to what is known of each cell (Fischetti and Salazar 2000, "attacker's problem").
 *
 * <p>Where the best solution has parts of people, the integer programme is solved instead, because whoever looks knows that people
 * are whole.
 */
final class CellProgramme {

    private static final double TOLERANCE = 1e-6;

    static {
        // The solver would print advice about the machine among the program's own output.
        System.setProperty("shut.up.ojAlgo", "true");
    }

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Map<Integer, Variable> variables = new HashMap<>();

    /**
     * @param cells the free cells
     * @param fixed the counts at which all other cells of their lines are held
     */
    CellProgramme(LinkedTables tables, Knowledge knowledge, List<Integer> cells, Fixed fixed) {
        Set<Integer> lines = new LinkedHashSet<>();
        for (int cell : cells) {
            Variable variable = model.newVariable("c" + cell).lower(knowledge.lower(cell));
            if (knowledge.upper(cell) < Knowledge.NO_LIMIT) {
                variable.upper(knowledge.upper(cell));
            }
            variables.put(cell, variable);
            for (int line : tables.linesOf(cell)) {
                lines.add(line);
            }
        }
        for (int line : lines) {
            Expression sum = model.newExpression("l" + line);
            long constant = 0;
            for (int cell : tables.line(line)) {
                Variable variable = variables.get(cell);
                if (variable == null) {
                    constant += tables.sign(line, cell) * fixed.count(cell);
                } else {
                    sum.set(variable, tables.sign(line, cell));
                }
            }
            sum.level(-constant);
        }
    }

    /** The count at which a cell is held. */
    interface Fixed {
        long count(int cell);
    }

    /**
     * The range of a cell.
     *
     * @throws IllegalArgumentException when nothing fulfils all totals: what is published contradicts itself
     */
    CountRange range(int cell) {
        Variable variable = variable(cell);
        variable.weight(BigDecimal.ONE);
        try {
            long least = bound(variable, false);
            long greatest = bound(variable, true);
            return CountRange.of(least, greatest);
        } finally {
            variable.weight(null);
        }
    }

    /**
     * Whole counts that fulfil all totals and push cells up or down together, as far as that goes.
     *
     * @param pushes for each cell that is pushed 1 for up and -1 for down
     * @return by cell; empty when the best solution has parts of people
     */
    Optional<Map<Integer, Long>> push(Map<Integer, Integer> pushes) {
        pushes.forEach((cell, direction) -> variable(cell).weight(BigDecimal.valueOf(direction)));
        try {
            Optimisation.Result result = solve(true);
            if (!result.getState().isFeasible() || !isWhole(result)) {
                return Optional.empty();
            }
            Map<Integer, Long> counts = new HashMap<>();
            variables.forEach(
                    (cell, variable) -> counts.put(cell, Math.round(result.doubleValue(model.indexOf(variable)))));
            return Optional.of(counts);
        } finally {
            pushes.keySet().forEach(cell -> variable(cell).weight(null));
        }
    }

    private Variable variable(int cell) {
        Variable variable = variables.get(cell);
        if (variable == null) {
            throw new IllegalArgumentException("Cell " + cell + " is not free.");
        }
        return variable;
    }

    private long bound(Variable variable, boolean upwards) {
        Optimisation.Result result = solve(upwards);
        if (!result.getState().isOptimal()) {
            if (upwards && result.getState().isFailure() && variable.isUpperLimitSet()) {
                throw contradiction();
            }
            if (upwards && !variable.isUpperLimitSet()) {
                return Knowledge.NO_LIMIT;
            }
            throw contradiction();
        }
        if (!isWhole(result)) {
            variables.values().forEach(each -> each.integer(true));
            try {
                Optimisation.Result whole = solve(upwards);
                if (whole.getState().isFeasible()) {
                    result = whole;
                }
            } finally {
                variables.values().forEach(each -> each.integer(false));
            }
        }
        double value = result.doubleValue(model.indexOf(variable));
        return upwards ? (long) Math.floor(value + TOLERANCE) : (long) Math.ceil(value - TOLERANCE);
    }

    private Optimisation.Result solve(boolean upwards) {
        return upwards ? model.maximise() : model.minimise();
    }

    private boolean isWhole(Optimisation.Result result) {
        for (long i = 0; i < result.count(); i++) {
            double value = result.doubleValue(i);
            if (Math.abs(value - Math.rint(value)) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private static IllegalArgumentException contradiction() {
        return new IllegalArgumentException("The published cells contradict each other.");
    }
}
