package org.needscape.geoio.workbook;

/**
 * One sheet of a workbook that people see.
 *
 * @param name as on its tab, fit to stand in a sentence
 * @param part the file of the workbook that it lies in
 */
public record WorkbookSheet(String name, String part) {

    private static final int LONGEST_NAME = 60;

    public WorkbookSheet {
        String printable = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "").strip();
        int characters = printable.codePointCount(0, printable.length());
        name = characters <= LONGEST_NAME
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
