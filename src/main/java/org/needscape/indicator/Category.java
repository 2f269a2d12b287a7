package org.needscape.indicator;

import java.util.Comparator;
import java.util.Locale;

/**
 * Which children of an area a count is about: all of them, or one category of a breakdown, such as {@code girls} of the
 * breakdown {@code sex}. The categories of one breakdown share the children out among themselves; those of two breakdowns are about
 * the same children twice, so each breakdown is added up by itself.
 *
 * <p>As text, and so in a {@link SeriesKey}, it is {@code all}, {@code girls} where the file named no breakdown, or
 * {@code sex: girls}.
 *
 * @param breakdown what the children are told apart by, in lower case; empty where no file said, and for all children
 * @param name the category, or {@code all}
 */
public record Category(String breakdown, String name) implements Comparable<Category> {

    /** All children. */
    public static final Category ALL = new Category("", SeriesKey.ALL);

    /** The breakdown that tells unaccompanied asylum-seeking children from others. */
    public static final String UNACCOMPANIED = "unaccompanied";

    /** Children who came without a parent and seek asylum; what remains of a total are {@link #ACCOMPANIED}. */
    public static final Category UNACCOMPANIED_CHILDREN =
            new Category(UNACCOMPANIED, "unaccompanied asylum-seeking children");

    /** All who are not {@link #UNACCOMPANIED_CHILDREN}. */
    public static final Category ACCOMPANIED = new Category(UNACCOMPANIED, "other children");

    /** What stands between the breakdown and the category. */
    public static final String DIVIDER = ": ";

    private static final Comparator<Category> ORDER =
            Comparator.comparing(Category::breakdown).thenComparing(Category::name);

    /** @throws IllegalArgumentException without a name, or where the text could not be read back */
    public Category {
        if (name.isBlank() || dividerAt(text(breakdown, name)) != (breakdown.isEmpty() ? -1 : breakdown.length())) {
            throw new IllegalArgumentException("Not a category: '" + name + "' of the breakdown '" + breakdown
                    + "'. A name is not blank, and '" + DIVIDER + "' stands between the two only.");
        }
    }

    /** The category of a series. */
    public static Category of(SeriesKey key) {
        return parse(key.category());
    }

    /** Reads any text that is not blank; the first colon with a blank behind it ends the breakdown. */
    public static Category parse(String text) {
        int end = dividerAt(text);
        return end < 0
                ? new Category("", text)
                : new Category(text.substring(0, end), text.substring(end + DIVIDER.length()));
    }

    /** {@code all}, {@code girls}, or {@code sex: girls}. */
    public String text() {
        return text(breakdown, name);
    }

    /** Whether it is about all children. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** The breakdown as a heading, such as {@code Sex}; {@code Category} where no file said. */
    public String breakdownTitle() {
        return breakdown.isEmpty()
                ? "Category"
                : breakdown.substring(0, 1).toUpperCase(Locale.ROOT) + breakdown.substring(1);
    }

    @Override
    public int compareTo(Category other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }

    private static String text(String breakdown, String name) {
        return breakdown.isEmpty() ? name : breakdown + DIVIDER + name;
    }

    /** Where the breakdown of a text ends; -1 where it has none. */
    private static int dividerAt(String text) {
        int at = text.indexOf(DIVIDER);
        return at > 0 && !text.substring(at + DIVIDER.length()).isBlank() ? at : -1;
    }
}
