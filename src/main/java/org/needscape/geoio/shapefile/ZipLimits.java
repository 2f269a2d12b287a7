package org.needscape.geoio.shapefile;

/**
 * How much a zip file may hold before it is taken for an attack rather than for what it should be.
 *
 * @param maxEntries files and folders in it
 * @param maxTotalBytes all of it unpacked
 * @param maxRatio unpacked over packed size of one file, from {@code ratioFreeBytes} on
 * @param ratioFreeBytes unpacked size up to which the ratio does not matter
 * @param purpose what it should be, in words
 */
public record ZipLimits(int maxEntries, long maxTotalBytes, int maxRatio, long ratioFreeBytes, Purpose purpose) {

    /**
     * What a zip file is to people.
     *
     * @param file what they call it: "zip file"
     * @param whole it with its content: "a zip of boundaries"
     * @param content what they want of it: "boundaries"
     * @param getAnother what to do about one that is damaged
     * @param makeAnother what to do about one that must not be read
     */
    public record Purpose(String file, String whole, String content, String getAnother, String makeAnother) {}

    private static final Purpose BOUNDARIES = new Purpose(
            "zip file",
            "a zip of boundaries",
            "boundaries",
            "download or zip it again",
            "zip just the shapefile's own files again and use that");

    private static final Purpose WORKBOOK = new Purpose(
            "workbook",
            "a workbook",
            "a workbook",
            "download it again",
            "save it as xlsx in a spreadsheet program and use that");

    /** 1,000 entries, 4 GiB in all, 250 to 1 above 10 MiB. The real files are below 10 to 1. */
    public static ZipLimits defaults() {
        return new ZipLimits(1_000, 4L << 30, 250, 10L << 20, BOUNDARIES);
    }

    /** 1,000 entries, 1 GiB in all, 100 to 1 above 10 MiB. Published sheets are below 20 to 1. */
    public static ZipLimits ofWorkbook() {
        return new ZipLimits(1_000, 1L << 30, 100, 10L << 20, WORKBOOK);
    }
}
