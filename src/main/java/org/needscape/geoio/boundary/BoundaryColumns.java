package org.needscape.geoio.boundary;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needscape.area.Geography;

/** How the columns with codes and names are found among a file's columns. */
sealed interface BoundaryColumns {

    /** The column with the codes, as the file writes it. */
    Optional<String> findCodeColumn(List<String> columns);

    /** One sentence on a file in which {@link #findCodeColumn} finds nothing. */
    String refusal(String fileName, List<String> columns);

    /** The column with the names that belongs to a column with codes: {@code LSOA11NM} to {@code LSOA11CD}. */
    default Optional<String> findNameColumn(String codeColumn, List<String> columns) {
        String bare = bare(codeColumn);
        String wanted =
                bare.endsWith("CD") ? bare.substring(0, bare.length() - 2) + "NM" : bare.equals("CODE") ? "NAME" : "";
        return columns.stream().filter(column -> bare(column).equals(wanted)).findFirst();
    }

    /**
     * The column of one geography. A file that also has the code column of a smaller level is a file of that level: districts'
     * codes stand in files of LSOAs too, once for each LSOA.
     *
     * @param geography what the file must hold
     */
    record OfGeography(Geography geography) implements BoundaryColumns {

        @Override
        public Optional<String> findCodeColumn(List<String> columns) {
            boolean smallerLevel = geographies(columns).stream()
                    .anyMatch(other -> other.level().compareTo(geography.level()) < 0);
            return smallerLevel
                    ? Optional.empty()
                    : columns.stream()
                            .filter(column -> Geography.findByCodeColumn(column)
                                    .filter(geography::equals)
                                    .isPresent())
                            .findFirst();
        }

        @Override
        public String refusal(String fileName, List<String> columns) {
            Optional<Geography> smallest = geographies(columns).stream()
                    .min(Comparator.comparing(Geography::level)
                            .thenComparing(Geography::vintageYear, Comparator.reverseOrder()));
            if (smallest.isEmpty()) {
                return fileName + " has no column " + geography.codeColumn() + " with the areas' codes; "
                        + listed(columns) + ".";
            }
            Geography found = smallest.get();
            return fileName + " holds " + found + " boundaries (column " + found.codeColumn() + "), not " + geography
                    + ": give its geography as " + found + ".";
        }
    }

    /**
     * A column that the user names.
     *
     * @param column its name; the case matters only where two columns differ in nothing else
     */
    record Named(String column) implements BoundaryColumns {

        @Override
        public Optional<String> findCodeColumn(List<String> columns) {
            return columns.contains(column)
                    ? Optional.of(column)
                    : columns.stream().filter(column::equalsIgnoreCase).findFirst();
        }

        @Override
        public String refusal(String fileName, List<String> columns) {
            return fileName + " has no column " + column + "; " + listed(columns) + ".";
        }
    }

    /** The one column that can only be it: the code column of the smallest level, or one called {@code code}. */
    record Obvious() implements BoundaryColumns {

        @Override
        public Optional<String> findCodeColumn(List<String> columns) {
            Optional<Geography> smallest = geographies(columns).stream().min(Comparator.comparing(Geography::level));
            List<String> candidates = columns.stream()
                    .filter(column -> smallest.isPresent()
                            ? Geography.findByCodeColumn(column)
                                    .filter(other ->
                                            other.level() == smallest.get().level())
                                    .isPresent()
                            : column.equalsIgnoreCase("code"))
                    .toList();
            return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
        }

        @Override
        public String refusal(String fileName, List<String> columns) {
            return fileName
                    + " does not say which of its columns holds the areas' codes: name it with --boundary-code; "
                    + listed(columns) + ".";
        }
    }

    private static List<Geography> geographies(List<String> columns) {
        return columns.stream()
                .map(Geography::findByCodeColumn)
                .flatMap(Optional::stream)
                .toList();
    }

    private static String bare(String column) {
        String upper = column.strip().toUpperCase(Locale.ROOT);
        return upper.startsWith("\uFEFF") ? upper.substring(1) : upper.startsWith("F_") ? upper.substring(2) : upper;
    }

    private static String listed(List<String> columns) {
        if (columns.isEmpty()) {
            return "it has no columns at all";
        }
        int shown = Math.min(columns.size(), 30);
        return "its columns are " + String.join(", ", columns.subList(0, shown))
                + (shown < columns.size() ? " and " + (columns.size() - shown) + " more" : "");
    }
}
