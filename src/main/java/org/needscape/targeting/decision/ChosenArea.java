package org.needscape.targeting.decision;

import org.needscape.area.AreaCode;

/**
 * A target area.
 *
 * @param code in the geography of the decision
 * @param reason why the board chose it; empty where its rank says it
 */
public record ChosenArea(AreaCode code, String reason) {}
