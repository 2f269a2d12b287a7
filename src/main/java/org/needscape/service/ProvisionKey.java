package org.needscape.service;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What budgets are shared out by. */
public enum ProvisionKey {
    /** Children aged 0 to 17. */
    CHILDREN("children", "Children aged 0 to 17"),
    /** Children in need, as far as their number is shown. */
    CHILDREN_IN_NEED("children-in-need", "Children in need, as far as shown"),
    /** Children aged 0 to 17, each area's times the chance that it is in the county's highest-need tenth. */
    NEED("need", "Children in areas of highest need");

    private final String code;
    private final String title;

    ProvisionKey(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The word of addresses. */
    public String code() {
        return code;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** @throws IllegalArgumentException for an unknown word, with the list of what is possible */
    public static ProvisionKey parse(String code) {
        return Arrays.stream(values())
                .filter(key -> key.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A key is one of "
                        + Arrays.stream(values()).map(ProvisionKey::code).collect(Collectors.joining(", ")) + "."));
    }
}
