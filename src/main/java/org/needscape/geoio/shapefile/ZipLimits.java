package org.needscape.geoio.shapefile;

/**
 * How much a zip file may hold before it is taken for an attack rather than a map.
 *
 * @param maxEntries files and folders in it
 * @param maxTotalBytes all of it unpacked
 * @param maxRatio unpacked over packed size of one file, from {@code ratioFreeBytes} on
 * @param ratioFreeBytes unpacked size up to which the ratio does not matter
 */
public record ZipLimits(int maxEntries, long maxTotalBytes, int maxRatio, long ratioFreeBytes) {

    /** 1,000 entries, 4 GiB in all, 250 to 1 above 10 MiB. The real files are below 10 to 1. */
    public static ZipLimits defaults() {
        return new ZipLimits(1_000, 4L << 30, 250, 10L << 20);
    }
}
