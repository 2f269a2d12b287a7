package org.needscape.need;

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
}
