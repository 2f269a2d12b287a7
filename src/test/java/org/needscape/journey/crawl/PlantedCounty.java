package org.needscape.journey.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A county of sixteen areas, all counts of which are small and hidden, and documents that say so: without a leak until one is planted. */
final class PlantedCounty {

    static final String AREA = "E01999001";
    static final int COUNT = 3;
    static final int CHILDREN = 300;

    private static final int[] COUNTS = {COUNT, 2, 4, 1, 5, 3, 2, 4, 1, 3, 2, 5, 4, 2, 3, 1};

    private PlantedCounty() {}

    /** Eight areas in each of two districts, four of them in decile 1 and four in decile 2; two years alike. */
    static County county() {
        County county = new County();
        for (int i = 0; i < COUNTS.length; i++) {
            county.area(code(i), district(i / 8), i / 4 % 2 + 1);
            county.count("cla", 2023, code(i), COUNTS[i]);
            county.count("cla", 2024, code(i), COUNTS[i]);
        }
        return county;
    }

    static List<Document> documents() {
        return new ArrayList<>(List.of(
                values("rate-cla-2023", hiddenRows(""), legend(16), "In 16 areas it is hidden."),
                values("rate-cla-2024", hiddenRows(""), legend(16), "In 16 areas it is hidden."),
                csv("rate-cla-2024", ""),
                gradient("null", "null"),
                values("rate-cla-2024-lad-2024", district(0, 24) + "," + district(1, 21), "", "Both are shown.")));
    }

    /** The hidden areas, as a layer's values have them. */
    static String hiddenRows(String cellsOfFirst) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < COUNTS.length; i++) {
            String cells = i == 0 && !cellsOfFirst.isEmpty() ? cellsOfFirst : "{},300,{},{}";
            rows.add(row(code(i), district(i / 8), "null", "suppressed", "suppressed", cells));
        }
        return String.join(",", rows);
    }

    /** The hidden areas but for one, whose count is shown; and what is shown beside it. */
    static String district(int number, int count) {
        double rate = 10_000.0 * count / 2400;
        return row(district(number), "", String.format(Locale.ROOT, "%.1f", rate), "known", "1", count + ",2400,{},{}");
    }

    static String row(String code, String district, String value, String state, String valueClass, String cells) {
        return ("{'code':'" + code + "','name':'Somewhere','district':'" + district + "','value':" + value
                + ",'state':'" + state + "','class':'" + valueClass + "','cells':[" + cells + "]}");
    }

    static String legend(int hidden) {
        return "{'code':'suppressed','label':'hidden','areaCount':" + hidden + "}";
    }

    static Document values(String layer, String rows, String legend, String sentence) {
        return json(
                "/api/v1/layers/" + layer + "/values",
                "{'layer':{'sentence':'" + sentence + "','period':'2024','columns':[{'name':'count'},"
                        + "{'name':'children_aged_0_to_17'},{'name':'lower'},{'name':'upper'}],'legend':[" + legend
                        + "],'manifest':{'inputs':[{'title':'Children, counts for lsoa','sha256':'hmac-sha256:"
                        + "0".repeat(64) + "'}]}},'areas':[" + rows + "]}");
    }

    static Document csv(String layer, String lowerOfFirst) {
        String lower = lowerOfFirst.isEmpty() ? "[c]" : lowerOfFirst;
        return Document.of(
                "/api/v1/layers/" + layer + ".csv",
                "code,name,value,state,class,count,children_aged_0_to_17,lower,upper\n" + AREA
                        + ",\"Some, where\",[c],suppressed,suppressed,[c],300," + lower + ",[c]\n");
    }

    /** Decile 1 hidden unless a count is given for it. */
    static Document gradient(String count, String rii) {
        return json(
                "/api/v1/extents/planted/gradients/cla-2024",
                "{'sentence':'None.','designEffect':1,'deciles':[{'decile':1,'lastDecile':1,'population':2400,'count':"
                        + count + "}],'sii':null,'rii':" + rii + ",'timesHigher':null,'line':null}");
    }

    static Document json(String path, String text) {
        return Document.of(path, text.replace('\'', '"'));
    }

    private static String code(int area) {
        return String.format(Locale.ROOT, "E01999%03d", area + 1);
    }

    private static String district(int number) {
        return "E0799900" + (number + 1);
    }
}
