package org.needscape.geoio.table;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.needscape.report.UnreadableFileException;

/**
 * Tells a case file by its header. Rows about children are never read: a table with a column that identifies a person is refused
 * before its first row.
 *
 * <p>Source of the names: the statutory returns on children looked after (SSDA903) and children in need, Ofsted's Annex A, the
 * Standard Safeguarding Dataset.
 */
final class PersonalColumns {

    private static final Set<String> NAMES = Set.of(
            "upn",
            "former upn",
            "formerupn",
            "unique pupil number",
            "child",
            "child id",
            "childid",
            "lachildid",
            "la child id",
            "child unique id",
            "child name",
            "unique id",
            "person id",
            "personid",
            "client id",
            "case id",
            "pupil id",
            "mother",
            "mc dob",
            "dob",
            "date of birth",
            "dateofbirth",
            "birth date",
            "personbirthdate",
            "person birth date",
            "forename",
            "forenames",
            "first name",
            "firstname",
            "given name",
            "surname",
            "last name",
            "lastname",
            "family name",
            "full name",
            "nhs number",
            "nhsnumber",
            "ni number",
            "postcode",
            "post code",
            "home post",
            "home postcode",
            "pl post",
            "placement postcode",
            "pcds",
            "pcd",
            "pcd7",
            "pcd8",
            "address",
            "home address",
            "uprn",
            "telephone",
            "email");

    private static final Pattern SHAPES = Pattern.compile("(?:pers|addr) .*|.* person id|.*postcode|.*date of birth");

    /** What tells a person apart in a table of cases, where a name is that of a child and not that of an area. */
    private static final Pattern SHAPES_IN_CASES =
            Pattern.compile("(?:.* )?(?:names?|initials|ids?|identifier|number|no|ref|reference"
                    + "|dob|(?:date|year|month) of birth|birth ?day|birth ?date|nhs|upn|uln|phone|mobile|e ?mail|notes?|comments?)"
                    + "|(?:nhs|upn|uln|name|phone|e ?mail) .*|(?:(?:home|current|previous|placement|street) )?address.*"
                    + "|(?:case|social) worker");

    private PersonalColumns() {}

    /**
     * Refuses a table of cases that says more of a child than its area, level and flags.
     *
     * @throws UnreadableFileException when a column looks personal
     */
    static void refuseInCases(TableHeader header, String fileName) {
        List<String> found = header.names().stream()
                .filter(name -> !CodeColumn.isOfAreas(name))
                .filter(name -> identifiesPeople(name)
                        || SHAPES_IN_CASES.matcher(TableText.words(name)).matches())
                .map(TableFile::shorten)
                .limit(5)
                .toList();
        if (!found.isEmpty()) {
            throw new UnreadableFileException(fileName + " has columns that look personal (" + String.join(", ", found)
                    + "); nothing was read. Leave them out: a case file has an area code, a level and flags, and nothing"
                    + " that tells one child from another.");
        }
    }

    /** @throws UnreadableFileException when a column identifies people */
    static void refuse(TableHeader header, String fileName) {
        List<String> found = header.names().stream()
                .filter(PersonalColumns::identifiesPeople)
                .map(TableFile::shorten)
                .limit(5)
                .toList();
        if (!found.isEmpty()) {
            throw new UnreadableFileException(fileName + " looks like a case file (" + String.join(", ", found)
                    + "); nothing was read. Give counts per area instead.");
        }
    }

    private static boolean identifiesPeople(String header) {
        String words = TableText.words(header);
        return NAMES.contains(words) || SHAPES.matcher(words).matches();
    }
}
