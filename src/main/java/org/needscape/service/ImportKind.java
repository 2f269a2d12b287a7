package org.needscape.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an import reads. */
public enum ImportKind {
    BOUNDARIES,
    DEPRIVATION,
    LOOKUP,
    POPULATION,
    INDICATORS,
    COUNTS,
    CASES,
    AUTHORITY,
    SERVICES;

    /** The word of the command line and of the form field. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws RejectedException for an unknown word */
    public static ImportKind parse(String code) {
        for (ImportKind kind : values()) {
            if (kind.code().equals(code.strip().toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new RejectedException(
                "kind",
                "Choose what to import: "
                        + Arrays.stream(values()).map(ImportKind::code).collect(Collectors.joining(", ")) + ".");
    }
}
