package org.needscape.geoio.boundary;

import java.util.List;
import java.util.regex.Pattern;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.needscape.report.UnreadableFileException;

/**
 * Chooses records by a condition in ECQL, such as {@code LSOA11NM LIKE 'Cannock%'}. Taken are comparisons, LIKE, IN, BETWEEN, IS NULL
 * and BBOX (in the file's own coordinates, of the property {@code geometry}), joined by AND, OR and NOT.
 *
 * <p>GeoTools would evaluate a property name that is no plain name as an XPath, which can run programs (CVE-2024-36401), and its
 * functions can do what they like. So a name must be one of the file's columns and plain, and there are no functions. Length,
 * depth and wildcards are bounded, so that no condition takes long.
 */
final class WhereFilter {

    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_NESTING = 40;
    private static final int MAX_WILDCARDS = 3;
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern NESTING = Pattern.compile("[(\\[]|\\bNOT\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BBOX_WITH_CRS = Pattern.compile("BBOX\\s*\\([^)]*''", Pattern.CASE_INSENSITIVE);

    private final String fileName;
    private final List<String> columns;
    private final Filter filter;

    private WhereFilter(String text, String fileName, List<String> columns) {
        this.fileName = fileName;
        this.columns = columns;
        String withoutTexts = TEXT.matcher(text).replaceAll("''");
        if (text.length() > MAX_LENGTH
                || NESTING.matcher(withoutTexts).results().count() > MAX_NESTING) {
            throw refused("is too long or too deep: use a shorter one");
        }
        if (BBOX_WITH_CRS.matcher(withoutTexts).find()) {
            throw refused("names a coordinate system: BBOX takes four numbers in the file's own coordinates");
        }
        try {
            filter = ECQL.toFilter(text);
        } catch (CQLException e) {
            throw new UnreadableFileException(
                    message("cannot be read: write it like LSOA11NM LIKE 'Cannock%' AND LSOA11CD <> 'E01029345'"), e);
        }
        check(filter);
    }

    /**
     * Reads a condition.
     *
     * @param columns the columns of the file, the only names that may stand in it
     * @throws UnreadableFileException when it cannot be read or asks for more than it may
     */
    static WhereFilter parse(String text, String fileName, List<String> columns) {
        return new WhereFilter(text, fileName, columns);
    }

    boolean accepts(SimpleFeature feature) {
        return filter.evaluate(feature);
    }

    private void check(Filter part) {
        if (part instanceof And || part instanceof Or) {
            ((BinaryLogicOperator) part).getChildren().forEach(this::check);
        } else if (part instanceof Not not) {
            check(not.getFilter());
        } else if (part instanceof BinaryComparisonOperator comparison) {
            check(comparison.getExpression1());
            check(comparison.getExpression2());
        } else if (part instanceof PropertyIsLike like) {
            check(like.getExpression());
            if (like.getLiteral().chars().filter(c -> c == '%').count() > MAX_WILDCARDS) {
                throw refused("has a LIKE with more than " + MAX_WILDCARDS + " wildcards: use fewer");
            }
        } else if (part instanceof PropertyIsBetween between) {
            check(between.getExpression());
            check(between.getLowerBoundary());
            check(between.getUpperBoundary());
        } else if (part instanceof PropertyIsNull isNull) {
            check(isNull.getExpression());
        } else if (part instanceof BBOX box) {
            check(box.getExpression1());
            check(box.getExpression2());
        } else {
            throw refused("uses something else than comparisons, LIKE, IN, BETWEEN, IS NULL, BBOX, AND, OR and NOT");
        }
    }

    private void check(Expression expression) {
        if (expression instanceof PropertyName property) {
            String name = property.getPropertyName();
            boolean known = columns.contains(name) || name.equals(BoundarySchema.GEOMETRY);
            if (!known || !PLAIN_NAME.matcher(name).matches()) {
                throw refused(
                        "names something that is not one of its columns, which are " + String.join(", ", columns));
            }
        } else if (!(expression instanceof Literal)) {
            throw refused("computes or calls a function, which is not possible here: compare a column with a value");
        }
    }

    private UnreadableFileException refused(String what) {
        return new UnreadableFileException(message(what));
    }

    private String message(String what) {
        return "The condition for " + fileName + " " + what + ".";
    }
}
