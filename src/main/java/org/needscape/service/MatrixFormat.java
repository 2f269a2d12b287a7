package org.needscape.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms in which a need matrix leaves the service. */
public enum MatrixFormat {
    JSON("application/json", "", Optional.empty()),
    CSV(LayerFormat.CSV),
    XLSX(LayerFormat.XLSX),
    GEOJSON(LayerFormat.GEOJSON);

    private final String mediaType;
    private final String suffix;
    private final Optional<LayerFormat> layerFormat;

    MatrixFormat(LayerFormat format) {
        this(format.mediaType(), format.suffix(), Optional.of(format));
    }

    MatrixFormat(String mediaType, String suffix, Optional<LayerFormat> layerFormat) {
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.layerFormat = layerFormat;
    }

    /** The word of the command line and of links. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /** What stands behind the matrix's id in its address. */
    public String suffix() {
        return suffix;
    }

    /** The same of layers; empty for the one that only matrices have. */
    Optional<LayerFormat> layerFormat() {
        return layerFormat;
    }

    /** @throws RejectedException for a format that is not written */
    public static MatrixFormat parse(String name) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new RejectedException(
                        "format",
                        "A matrix is written as "
                                + Arrays.stream(values())
                                        .map(MatrixFormat::code)
                                        .collect(Collectors.joining(", "))
                                + ", not '" + name + "'."));
    }
}
