package org.needscape.indicator;

/** Whether small numbers of an indicator have to be hidden before they leave the service. */
public enum Sensitivity {
    /** Published official figures and figures that are not counts of people: shown as they are. */
    OPEN,
    /** Counts of people from the county's own records: counts of 1 to 5, and what derives from them, are hidden. */
    RESTRICTED
}
