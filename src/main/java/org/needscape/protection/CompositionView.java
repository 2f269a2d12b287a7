package org.needscape.protection;

import java.util.List;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;

/** What the counts of a measure consist of by category, beside the counts themselves, in districts, larger areas and extents. */
public interface CompositionView {

    /** The count of an area. */
    Value area(Period period, AreaCode code);

    /** The count of a district: the sum of its small areas. */
    Value district(Period period, AreaId district);

    /** The count of an extent: the sum of its areas. */
    Value extent(Period period, ExtentName extent);

    /**
     * What an area's count consists of; empty where nothing is known of that, and for areas smaller than districts, since nearly
     * all their categories would be hidden.
     */
    List<CategoryCount> areaCategories(Period period, AreaCode code);

    /** What a district's count consists of; empty where nothing is known of that. */
    List<CategoryCount> districtCategories(Period period, AreaId district);

    /** What an extent's count consists of; empty where nothing is known of that. */
    List<CategoryCount> extentCategories(Period period, ExtentName extent);

    /** Changes whenever anything here does. */
    String fingerprint();

    /**
     * The children of one category, such as those with a plan for neglect.
     *
     * @param category in the words of the file, or "not stated" for those who are in none of its categories
     * @param count how many they are, or why there is no number
     */
    record CategoryCount(String category, Value count) {}
}
