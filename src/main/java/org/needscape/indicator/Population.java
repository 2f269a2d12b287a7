package org.needscape.indicator;

/** The indicators that keep population estimates; rates of help and protection are per 10,000 children aged 0 to 17. */
public final class Population {

    /** Children aged 0 to 17, the denominator of every intervention rate. */
    public static final IndicatorId CHILDREN_0_TO_17 = new IndicatorId("population-0-17");

    /** People of all ages. */
    public static final IndicatorId ALL_AGES = new IndicatorId("population-all");

    private Population() {}
}
