package org.needscape.journey.crawl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Finds how far apart the least and the greatest possible count of an unknown lie at least. It looks for whole solutions of the
 * system that differ from the truth in a neighbourhood of the unknown only, so that what it finds is possible for certain; the
 * neighbourhood grows while the distance is too short. A distance that stays short means that the unknown is given away.
 */
final class Solver {

    private static final int[] NEIGHBOURHOODS = {60, 150, 400, Integer.MAX_VALUE};
    private static final int FEW = 8;

    /** After that many unknowns that were given away the whole system is not tried for each further one. */
    private static final int MOST_NARROW = 12;

    private static final double TOLERANCE = 1e-6;

    private final CountSystem system;
    private final List<List<CountSystem.Line>> linesOf = new ArrayList<>();
    private final double[] least;
    private final double[] greatest;
    private final Random random = new Random(20_241_121);

    Solver(CountSystem system) {
        this.system = system;
        for (int i = 0; i < system.size(); i++) {
            linesOf.add(new ArrayList<>());
        }
        for (CountSystem.Line line : system.lines()) {
            for (int unknown : line.unknowns()) {
                linesOf.get(unknown).add(line);
            }
        }
        least = new double[system.size()];
        Arrays.setAll(least, system::truth);
        greatest = least.clone();
    }

    /** The small counts whose possible values are not that far apart. */
    List<String> narrowerThan(double width) {
        List<String> narrow = new ArrayList<>();
        for (int unknown = 0; unknown < system.size(); unknown++) {
            if (!system.isSmall(unknown)) {
                continue;
            }
            for (int size : NEIGHBOURHOODS) {
                boolean whole = size >= system.size();
                if (isWide(unknown, width) || (whole && narrow.size() >= MOST_NARROW)) {
                    break;
                }
                List<Integer> free = neighbourhood(unknown, size);
                solve(unknown, free, GoalType.MAXIMIZE);
                solve(unknown, free, GoalType.MINIMIZE);
                if (whole) {
                    break;
                }
            }
            if (!isWide(unknown, width)) {
                narrow.add(system.figure(unknown) + " lies between " + least[unknown] + " and " + greatest[unknown]);
            }
        }
        return narrow;
    }

    private boolean isWide(int unknown, double width) {
        return greatest[unknown] - least[unknown] >= width - TOLERANCE;
    }

    /** Unknowns that share lines with an unknown, or with those that do: all of short lines, some of long ones. */
    private List<Integer> neighbourhood(int unknown, int size) {
        Set<Integer> within = new LinkedHashSet<>(List.of(unknown));
        Deque<Integer> open = new ArrayDeque<>(within);
        while (!open.isEmpty() && within.size() < size) {
            for (CountSystem.Line line : linesOf.get(open.removeFirst())) {
                List<Integer> others =
                        new ArrayList<>(Arrays.stream(line.unknowns()).boxed().toList());
                Collections.shuffle(others, random);
                int taken = 0;
                for (int other : others) {
                    if (taken < (size >= system.size() ? Integer.MAX_VALUE : FEW) && within.add(other)) {
                        open.add(other);
                        taken++;
                    }
                }
            }
        }
        return List.copyOf(within);
    }

    private void solve(int unknown, List<Integer> free, GoalType goal) {
        double[] objective = new double[free.size()];
        objective[0] = 1;
        double[] solution;
        try {
            solution = new SimplexSolver(1e-7)
                    .optimize(
                            new MaxIter(50_000),
                            new LinearObjectiveFunction(objective, 0),
                            new LinearConstraintSet(constraints(free)),
                            goal,
                            new NonNegativeConstraint(true))
                    .getPoint();
        } catch (UnboundedSolutionException e) {
            greatest[unknown] = Double.POSITIVE_INFINITY;
            return;
        }
        double[] counts = new double[system.size()];
        Arrays.setAll(counts, system::truth);
        for (int at = 0; at < free.size(); at++) {
            counts[free.get(at)] = solution[at] + system.least(free.get(at));
        }
        if (isPossible(counts)) {
            for (int cell : free) {
                least[cell] = Math.min(least[cell], counts[cell]);
                greatest[cell] = Math.max(greatest[cell], counts[cell]);
            }
        }
    }

    /** In terms of how far each count lies above its least. */
    private List<LinearConstraint> constraints(List<Integer> free) {
        List<LinearConstraint> constraints = new ArrayList<>();
        Set<CountSystem.Line> lines = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        for (int at = 0; at < free.size(); at++) {
            int cell = free.get(at);
            lines.addAll(linesOf.get(cell));
            if (Double.isFinite(system.greatest(cell))) {
                double[] one = new double[free.size()];
                one[at] = 1;
                constraints.add(
                        new LinearConstraint(one, Relationship.LEQ, system.greatest(cell) - system.least(cell)));
            }
        }
        // In the order of the system, so that every run does the same.
        for (CountSystem.Line line : system.lines()) {
            if (!lines.contains(line)) {
                continue;
            }
            double[] coefficients = new double[free.size()];
            double fixed = 0;
            for (int cell : line.unknowns()) {
                int at = free.indexOf(cell);
                fixed += at < 0 ? system.truth(cell) : system.least(cell);
                if (at >= 0) {
                    coefficients[at] = 1;
                }
            }
            if (line.least() == line.greatest()) {
                constraints.add(new LinearConstraint(coefficients, Relationship.EQ, line.least() - fixed));
            } else {
                constraints.add(new LinearConstraint(coefficients, Relationship.GEQ, line.least() - fixed));
                constraints.add(new LinearConstraint(coefficients, Relationship.LEQ, line.greatest() - fixed));
            }
        }
        return constraints;
    }

    private boolean isPossible(double[] counts) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < system.least(i) - TOLERANCE || counts[i] > system.greatest(i) + TOLERANCE) {
                return false;
            }
        }
        return system.lines().stream().allMatch(line -> {
            double sum = Arrays.stream(line.unknowns())
                    .mapToDouble(cell -> counts[cell])
                    .sum();
            return sum >= line.least() - TOLERANCE && sum <= line.greatest() + TOLERANCE;
        });
    }
}
