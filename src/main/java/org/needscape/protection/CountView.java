package org.needscape.protection;

import java.util.List;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Category;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;

/** The counts of a measure for small areas, their districts, and groups of areas. */
public interface CountView {

    /** The count of a small area. */
    Value area(Period period, AreaCode code);

    /** The count of a district: the sum of its small areas. */
    Value district(Period period, AreaId district);

    /** The counts of national deprivation deciles in an extent, neighbours merged where one alone would give a count away. */
    List<DecileGroup> deciles(ExtentName extent, Period period);

    /**
     * The counts of an extent by tenths of its own areas, ranked among themselves by deprivation, neighbours merged in the same way; empty
     * where that cannot be shown safely or nobody knows the ranks. These tenths cannot be compared with those of other places.
     */
    List<DecileGroup> localTenths(ExtentName extent, Period period);

    /** The counts of national deprivation deciles in a district, neighbours merged in the same way. */
    List<DecileGroup> deciles(AreaId district, Period period);

    /**
     * The counts of national deprivation deciles in an extent without unaccompanied asylum-seeking children, neighbours merged where
     * they or the others would give a count away; empty where nobody tells them apart, and where that cannot be shown safely.
     */
    List<DecileGroup> accompaniedDeciles(ExtentName extent, Period period);

    /** What a district's count consists of, such as children by the main reason for a plan; empty where nobody says. */
    List<CategoryCount> districtCategories(Period period, AreaId district);

    /** The count of an extent: the sum of its small areas. */
    Value extent(Period period, ExtentName extent);

    /** What an extent's count consists of, in the same way. */
    List<CategoryCount> extentCategories(Period period, ExtentName extent);

    /** Changes whenever anything here does. */
    String fingerprint();

    /**
     * Small areas of one national deprivation decile, or local tenth, or of several next to each other.
     *
     * @param first 1 (most deprived) to 10
     * @param last at least {@code first}
     * @param areas the small areas whose counts are added up
     * @param count what they add up to
     */
    record DecileGroup(int first, int last, List<AreaCode> areas, Value count) {
        public DecileGroup {
            areas = List.copyOf(areas);
        }
    }

    /**
     * The children of one category; those of each breakdown add up to the total.
     *
     * @param category in the words of the file, or "not stated" for those who are in none of a breakdown's categories
     * @param count how many they are, or why there is no number
     */
    record CategoryCount(Category category, Value count) {}
}
