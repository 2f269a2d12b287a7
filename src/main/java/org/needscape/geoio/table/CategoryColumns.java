package org.needscape.geoio.table;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.needscape.indicator.Category;
import org.needscape.indicator.SeriesKey;

/**
 * The columns of a table of counts that say which children a row is about: {@code category}, and {@code breakdown} for what its
 * categories tell apart. Without a breakdown all categories of a table are of the same one, which has no name.
 */
final class CategoryColumns {

    private static final int MOST_CHARACTERS_OF_A_CATEGORY = 60;
    private static final int MOST_CHARACTERS_OF_A_BREAKDOWN = 30;

    /** What files call a breakdown besides the name that it goes by here. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "age", "age band",
            "age group", "age band",
            "gender", "sex",
            "ethnic group", "ethnicity",
            "need", "primary need",
            "uasc", Category.UNACCOMPANIED);

    private static final Set<String> UNACCOMPANIED = Set.of(
            "uasc",
            "yes",
            "y",
            "1",
            "unaccompanied",
            "unaccompanied asylum seeking child",
            "unaccompanied asylum seeking children");

    private static final Set<String> ACCOMPANIED =
            Set.of("no", "n", "0", "other", "others", "other children", "accompanied", "not unaccompanied", "not uasc");

    private final TableHeader header;
    private final Optional<Integer> breakdown;
    private final Optional<Integer> category;
    private final Consumer<String> notes;

    private CategoryColumns(
            TableHeader header, Optional<Integer> breakdown, Optional<Integer> category, Consumer<String> notes) {
        this.header = header;
        this.breakdown = breakdown;
        this.category = category;
        this.notes = notes;
    }

    static CategoryColumns find(TableHeader header, Consumer<String> notes) {
        return new CategoryColumns(header, header.find("breakdown", "dimension"), header.find("category"), notes);
    }

    /** Whether rows may be parts of a total. */
    boolean isThere() {
        return category.isPresent();
    }

    /** The columns that are read, from 0. A breakdown without categories says nothing. */
    Set<Integer> indices() {
        Set<Integer> indices = new HashSet<>();
        if (isThere()) {
            Stream.of(breakdown, category).flatMap(Optional::stream).forEach(indices::add);
        }
        return indices;
    }

    /** Whether a row says which breakdown it is of, also where it is its total. */
    boolean namesBreakdown(TableRow row) {
        return isThere()
                && breakdown.map(row::get).filter(cell -> !cell.isEmpty()).isPresent();
    }

    /** Which children a row is about. @throws RowRefusedException when the cells cannot be a category */
    Category read(TableRow row) {
        if (category.isEmpty()) {
            return Category.ALL;
        }
        String field = header.name(category.get());
        String name = row.get(category.get());
        if (name.length() > MOST_CHARACTERS_OF_A_CATEGORY) {
            throw new RowRefusedException(
                    field, "The category has more than 60 characters.", "Give it a shorter name.");
        }
        if (isTotal(name)) {
            return Category.ALL;
        }
        String dimension = breakdown
                .map(column -> breakdown(row.get(column), header.name(column)))
                .orElse("");
        if (dimension.equals(Category.UNACCOMPANIED)) {
            return unaccompanied(name, field);
        }
        if (dimension.isEmpty() && name.indexOf(Category.DIVIDER) > 0) {
            throw new RowRefusedException(
                    field,
                    "The category holds a colon, which divides a breakdown from its category.",
                    "Name the breakdown in a column of its own, breakdown, or write the category without a colon.");
        }
        return new Category(dimension, name);
    }

    private boolean isTotal(String name) {
        return switch (TableText.key(name)) {
            case "", SeriesKey.ALL -> true;
            case "total" -> {
                notes.accept("Rows of the category total are taken as those without a category: as totals.");
                yield true;
            }
            default -> false;
        };
    }

    private static String breakdown(String cell, String field) {
        String words = TableText.words(cell);
        if (words.length() > MOST_CHARACTERS_OF_A_BREAKDOWN || words.contains(":")) {
            throw new RowRefusedException(
                    field,
                    "The breakdown has more than 30 characters, or a colon.",
                    "Give it a short name, such as sex or age band.");
        }
        return OTHER_NAMES.getOrDefault(words, words);
    }

    private static Category unaccompanied(String name, String field) {
        String words = TableText.words(name);
        if (UNACCOMPANIED.contains(words)) {
            return Category.UNACCOMPANIED_CHILDREN;
        }
        if (ACCOMPANIED.contains(words)) {
            return Category.ACCOMPANIED;
        }
        throw new RowRefusedException(
                field,
                "The category does not say whether the children are unaccompanied asylum-seeking children.",
                "Write uasc for those who are; the others may be left out, or are other children.");
    }
}
