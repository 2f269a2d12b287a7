package org.needscape.need;

import java.util.List;
import org.needscape.stats.Estimate;

/** What a comparison says about the inverse intervention law: more intervention at equal deprivation in the less deprived place. */
public enum LawFinding {
    /** The less deprived place intervenes more at equal deprivation. */
    PRESENT("present"),
    /** The more deprived place intervenes more at equal deprivation. */
    OPPOSITE("opposite"),
    /** The difference is no larger than chance gives, or the places are equally deprived. */
    NO_EVIDENCE("no-evidence"),
    /** There is not enough to tell by. */
    NOT_COMPUTED("not-computed");

    private final String code;

    LawFinding(String code) {
        this.code = code;
    }

    /** As it stands in files and answers. */
    public String code() {
        return code;
    }

    /**
     * What ratios of the less to the more deprived place say together.
     *
     * @param looks ratios, with limits that allow for how many are looked at; at least one
     */
    static LawFinding of(List<Estimate> looks) {
        boolean higher = looks.stream().anyMatch(ratio -> ratio.lower() > 1);
        boolean lower = looks.stream().anyMatch(ratio -> ratio.upper() < 1);
        if (higher == lower) {
            return NO_EVIDENCE;
        }
        return higher ? PRESENT : OPPOSITE;
    }

    /** The finding of ratios the other way up. */
    LawFinding reversed() {
        return switch (this) {
            case PRESENT -> OPPOSITE;
            case OPPOSITE -> PRESENT;
            default -> this;
        };
    }
}
