package org.needscape.cooccurrence;

/** Whether a risk factor is there. Not knowing is an answer of its own: a factor that nobody recorded is not absent. */
public enum FactorFlag {
    PRESENT,
    ABSENT,
    UNKNOWN
}
