package org.needscape.geoio.table;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.needscape.area.Geography;
import org.needscape.area.Level;

/**
 * A release of the English Indices of Deprivation.
 *
 * <p>Source: the releases' File 7 headers and research reports; the number of areas is the largest rank of each.
 */
public enum DeprivationRelease {
    IOD_2010(2010, 2001, 32_482, 0, 2008, "Department for Communities and Local Government"),
    IOD_2015(2015, 2011, 32_844, 2013, 2012, "Department for Communities and Local Government"),
    IOD_2019(2019, 2011, 32_844, 2019, 2015, "Ministry of Housing, Communities and Local Government"),
    IOD_2025(2025, 2021, 33_755, 2024, 2022, "Ministry of Housing, Communities and Local Government");

    private final int year;
    private final int smallAreaYear;
    private final int areaCount;
    private final int districtYear;
    private final int populationYear;
    private final String department;

    DeprivationRelease(
            int year, int smallAreaYear, int areaCount, int districtYear, int populationYear, String department) {
        this.year = year;
        this.smallAreaYear = smallAreaYear;
        this.areaCount = areaCount;
        this.districtYear = districtYear;
        this.populationYear = populationYear;
        this.department = department;
    }

    /** @throws IllegalArgumentException for a year without a release that is read, with the list of those that are */
    public static DeprivationRelease parse(int year) {
        for (DeprivationRelease release : values()) {
            if (release.year == year) {
                return release;
            }
        }
        throw new IllegalArgumentException(
                "There is no release " + year + " of the Indices of Deprivation to read: use "
                        + Arrays.stream(values())
                                .map(release -> Integer.toString(release.year))
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    /** The year in the release's title. */
    public int year() {
        return year;
    }

    /** The geography of its small areas. */
    public Geography geography() {
        return new Geography(Level.LSOA, smallAreaYear);
    }

    /** How many areas were ranked, which is the largest rank. */
    public int areaCount() {
        return areaCount;
    }

    /** "English Indices of Deprivation 2019". */
    public String title() {
        return "English Indices of Deprivation " + year;
    }

    /** The department by the name that it had then, and the title. */
    public String source() {
        return department + ", " + title();
    }

    /** "IoD 2019". */
    public String edition() {
        return "IoD " + year;
    }

    /** The boundary year of the districts in its files; 0 where they have older codes. */
    int districtYear() {
        return districtYear;
    }

    /** The year of its population denominators. */
    int populationYear() {
        return populationYear;
    }

    /**
     * The national tenth of a rank: ceil(10 rank / areas), 1 to 10. It is the published decile for every area of the releases
     * 2015, 2019 and 2025.
     */
    int decileOf(int rank) {
        return (10 * rank + areaCount - 1) / areaCount;
    }
}
