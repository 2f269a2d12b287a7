package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Period;
import org.needscape.service.TargetSetService.Saved;

/**
 * Saves the decision record of an invented board by the rules that hold for every board, each revision as of the invented moment at which
 * it was saved, with the figures that were the latest then. What is kept says that its days are invented.
 */
public final class FictionalDecisions {

    private final TargetSetService sets;

    public FictionalDecisions(TargetSetService sets) {
        this.sets = sets;
    }

    /**
     * Saves all revisions of a set.
     *
     * @param document JSON with {@code dated} (what its days are), {@code figuresUntil} (the last period that was known) and
     *     {@code revisions}, each with {@code saved} and {@code decision}
     * @throws IllegalArgumentException when the extent is of real areas
     * @throws RejectedException when a revision breaks a rule
     */
    public void save(ExtentName extent, String document) {
        JsonNode json = DecisionJson.object(document);
        TargetGround ground =
                sets.ground(extent, new Period(json.required("figuresUntil").textValue()));
        if (!ground.frame().extent().fictional()) {
            throw new IllegalArgumentException(
                    "Only the record of an invented board has invented days, not one of " + extent + ".");
        }
        Optional<Saved> last = Optional.empty();
        for (JsonNode revision : json.required("revisions")) {
            Clock then = Clock.fixed(Instant.parse(revision.required("saved").textValue()), ZoneOffset.UTC);
            last = Optional.of(sets.save(
                    ground,
                    revision.required("decision"),
                    last,
                    then,
                    json.required("dated").textValue()));
        }
    }
}
