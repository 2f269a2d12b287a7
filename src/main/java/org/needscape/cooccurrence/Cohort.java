package org.needscape.cooccurrence;

/**
 * A group of children known to one service or by one count, such as "children in need at 31 March".
 *
 * @param name not blank
 * @param children how many different children, 0 or more
 */
public record Cohort(String name, long children) {

    public Cohort {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A cohort needs a name.");
        }
        Shares.checkNotNegative("The children of cohort " + name, children);
    }
}
