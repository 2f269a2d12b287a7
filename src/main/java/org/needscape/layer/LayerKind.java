package org.needscape.layer;

import java.util.Locale;

/** What a layer shows; pages group layers by it. */
public enum LayerKind {
    DEPRIVATION("Deprivation"),
    INDICATOR("Circumstances"),
    NEED("Need"),
    RATE("Help given"),
    GAP("Need and response"),
    HOTSPOT("Hotspots"),
    TARGET("Target areas");

    private final String group;

    LayerKind(String group) {
        this.group = group;
    }

    /** The heading it is listed under on pages. */
    public String group() {
        return group;
    }

    /** The word of the API: {@code deprivation}, {@code hotspot}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
