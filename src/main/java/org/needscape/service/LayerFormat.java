package org.needscape.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The forms in which a layer leaves the service. */
public enum LayerFormat {
    /** Description and values without geometry, for the page. */
    VALUES("application/json", ""),
    CSV("text/csv; charset=utf-8; header=present", ".csv"),
    /** What the columns of the CSV mean, where its figures come from and how they were made. */
    CSV_METADATA("application/csvm+json", ".csv-metadata.json"),
    GEOJSON("application/geo+json", ".geojson"),
    SHAPEFILE("application/zip", ".shp.zip"),
    GEOPACKAGE("application/geopackage+sqlite3", ".gpkg"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

    private final String mediaType;
    private final String suffix;

    LayerFormat(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    /** The word of the command line and of links. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its bytes are compressed already. */
    public boolean isCompressed() {
        return this == SHAPEFILE || this == XLSX;
    }

    /** Whether it stands by itself as a file. */
    public boolean isExport() {
        return this != VALUES && this != CSV_METADATA;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What stands behind the layer's id in its address. */
    public String suffix() {
        return suffix;
    }

    /** @throws RejectedException for a format that this version does not write */
    public static LayerFormat parse(String name) {
        for (LayerFormat format : values()) {
            if (format.isExport() && format.code().equals(name.strip().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new RejectedException(
                "format",
                "This version writes "
                        + Arrays.stream(values())
                                .filter(LayerFormat::isExport)
                                .map(LayerFormat::code)
                                .collect(Collectors.joining(", "))
                        + ", not '" + name + "'.");
    }
}
