package org.needscape.spatial;

/** Whether a scan looks for circles with more events than expected, or with fewer. */
public enum ScanRates {
    /** More events than expected. */
    HIGH(1),
    /** Fewer events than expected. */
    LOW(-1);

    private final int sign;

    ScanRates(int sign) {
        this.sign = sign;
    }

    /** By what counts are multiplied so that more always means further from chance in the direction looked for. */
    int sign() {
        return sign;
    }
}
