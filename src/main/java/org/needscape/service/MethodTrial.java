package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.needscape.area.Extent;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedMatrix;
import org.needscape.protection.ProtectedObservations;
import org.needscape.recipe.RecipeDocument;
import org.needscape.service.RejectedException.Violation;
import org.needscape.store.StoreSession;

/** Whether anything can be computed with a recipe: in one extent at least it must give scores, with all of its factors. */
final class MethodTrial {

    /** With fewer areas there is no tenth of them. */
    static final int FEWEST_AREAS = 10;

    private MethodTrial() {}

    /** @throws RejectedException with what is wrong in the extent that comes nearest */
    static void of(StoreSession session, ProtectedObservations observations, NeedLayer need, RecipeDocument document) {
        List<Extent> extents = session.areas().listExtents();
        if (extents.isEmpty()) {
            throw new RejectedException("", "Nothing is loaded that could be scored: import areas and measures first.");
        }
        List<Violation> fewest = List.of();
        for (Extent extent : extents) {
            List<Violation> violations = violations(session, observations, need, document, extent);
            if (violations.isEmpty()) {
                return;
            }
            if (fewest.isEmpty() || violations.size() < fewest.size()) {
                fewest = violations;
            }
        }
        throw new RejectedException(fewest);
    }

    private static List<Violation> violations(
            StoreSession session,
            ProtectedObservations observations,
            NeedLayer need,
            RecipeDocument document,
            Extent extent) {
        SeriesCatalog catalog = SeriesCatalog.of(session, observations, extent.name());
        AppliedMethod applied;
        try {
            applied = AppliedMethod.of(
                    new ScoringMethod("trial", 0, Optional.empty(), document),
                    catalog,
                    Optional.empty(),
                    Optional.empty());
        } catch (RejectedException wrong) {
            return wrong.violations();
        }
        return check(need.score(session, AreaFrame.load(session, extent, applied.geography()), catalog, applied));
    }

    /** What is wrong with a matrix as a whole; empty when it can be used. */
    static List<Violation> check(NeedScore score) {
        NeedMatrix matrix = score.matrix();
        List<Violation> violations = new ArrayList<>();
        List<NeedFactor> factors = matrix.recipe().factors();
        for (int k = 0; k < factors.size(); k++) {
            if (!matrix.factors().contains(factors.get(k))) {
                violations.add(new Violation(
                        "factors[" + k + "].column",
                        score.columns().becameOne(factors.get(k))
                                ? "The rates of " + factors.get(k).column()
                                        + " differ between areas by no more than chance would make them: leave it out, or give it"
                                        + " the shrinkage none."
                                : "The known values of " + factors.get(k).column()
                                        + " do not vary, so it cannot tell areas apart: leave it out."));
            }
        }
        if (violations.isEmpty()) {
            checkScores(matrix).ifPresent(violations::add);
        }
        return violations;
    }

    private static Optional<Violation> checkScores(NeedMatrix matrix) {
        List<Double> scores = matrix.rows().stream()
                .flatMap(row -> row.score().number().stream().boxed())
                .toList();
        if (scores.size() < FEWEST_AREAS) {
            return Optional.of(new Violation(
                    "minimumCoverage",
                    "Only " + scores.size() + " of " + matrix.rows().size()
                            + " areas would get a score, and a tenth takes at least " + FEWEST_AREAS
                            + ": name measures that are known in more areas, or ask for less coverage."));
        }
        return scores.stream().distinct().count() > 1
                ? Optional.empty()
                : Optional.of(new Violation(
                        "factors",
                        "Every area would get the same score, which cannot tell areas apart: choose other benchmarks,"
                                + " or another way to make them comparable."));
    }
}
