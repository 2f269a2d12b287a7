package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.AreaParent;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.report.UnreadableFileException;

/**
 * Reads a lookup of the Office for National Statistics: which larger areas each small one belongs to. The children are the areas
 * of the smallest level in the header; every other level that is known (middle-layer areas, wards, districts, counties and
 * unitary authorities) gives a parent. A pseudo code such as E99999999 or a blank says that there is none. An area lies in one
 * larger area of each geography: a row that puts it into another one than the row before is refused.
 */
public final class LookupFile {

    private static final Pattern CODE_WORD = Pattern.compile("(cd|code)(?!.*(?:cd|code))", Pattern.CASE_INSENSITIVE);

    /** A parent's code column and the column of its name; where there is none the code serves as name. */
    private record ParentColumn(Geography geography, CodeColumn code, Optional<Integer> name) {}

    /** The parents of an area by their geography, and the line that gave them. */
    private record Taken(long line, Map<Geography, AreaParent> parents) {}

    private LookupFile() {}

    /**
     * Reads the table.
     *
     * @param parents receives each parent of each loaded child once, in file order
     * @throws UnreadableFileException when the file is no lookup, or one between boundary years
     */
    public static TableSummary read(TableRequest request, Consumer<AreaParent> parents) {
        try (TableFile table = TableFile.open(request)) {
            List<CodeColumn> codes = CodeColumn.findAll(table.header().names()).stream()
                    .filter(column -> column.findGeography().isPresent())
                    .toList();
            CodeColumn child = chooseChild(codes, table.header(), request.fileName());
            Geography geography = child.findGeography().orElseThrow();
            List<ParentColumn> columns = findParents(codes, geography, table.header(), request);
            AreaRows rows = new AreaRows(table, child, geography, request);
            Map<AreaCode, Taken> taken = new HashMap<>();
            rows.forEach((area, row) -> {
                Taken found = new Taken(row.line(), readParents(columns, new AreaId(geography, area), row));
                Taken before = taken.putIfAbsent(area, found);
                if (before == null) {
                    found.parents().values().forEach(parents);
                } else {
                    refuseContradiction(columns, before, found);
                }
            });
            String levels =
                    columns.stream().map(column -> column.geography().code()).collect(Collectors.joining(", "));
            return new TableSummary(
                    geography,
                    "Lookup from " + geography + " to " + levels,
                    FictionalData.source(
                            rows.areFictional(),
                            "Office for National Statistics, lookup from " + geography + " to " + levels),
                    "Open Government Licence v3.0");
        }
    }

    private static CodeColumn chooseChild(List<CodeColumn> codes, TableHeader header, String fileName) {
        if (codes.isEmpty()) {
            throw new UnreadableFileException(fileName
                    + " has no code column with a boundary year, such as LSOA21CD: give a lookup as it is published.");
        }
        Level smallest = codes.stream()
                .flatMap(column -> column.findLevel().stream())
                .min(Level::compareTo)
                .orElseThrow();
        List<CodeColumn> children = codes.stream()
                .filter(column -> column.findLevel().equals(Optional.of(smallest)))
                .toList();
        if (children.size() > 1 || header.find("CHGIND").isPresent()) {
            throw new UnreadableFileException(fileName
                    + " is a lookup between boundary years, which this version does not use: give one from "
                    + smallest.label() + " to larger areas.");
        }
        if (codes.size() == 1) {
            throw new UnreadableFileException(fileName + " has codes of " + smallest.label()
                    + " only: a lookup also has a column of the larger areas they belong to, such as LAD24CD.");
        }
        return children.get(0);
    }

    private static List<ParentColumn> findParents(
            List<CodeColumn> codes, Geography child, TableHeader header, TableRequest request) {
        List<ParentColumn> columns = new ArrayList<>();
        Set<Geography> seen = new LinkedHashSet<>();
        Set<String> used = new TreeSet<>();
        for (CodeColumn code : codes) {
            Geography geography = code.findGeography().orElseThrow();
            Optional<Integer> name = findName(code, header);
            used.add(code.header());
            name.ifPresent(column -> used.add(header.name(column)));
            if (geography.equals(child)) {
                continue;
            }
            if (!seen.add(geography)) {
                throw new UnreadableFileException(
                        request.fileName() + " has two columns of " + geography + " codes: remove one of them.");
            }
            if (name.isEmpty()) {
                request.log().note("There is no column of names for " + geography + "; the codes serve as names.");
            }
            columns.add(new ParentColumn(geography, code, name));
        }
        String others = header.names().stream()
                .filter(name -> !name.isEmpty() && !used.contains(name))
                .map(TableFile::shorten)
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            request.log().note("Columns that are not used: " + others + ".");
        }
        return columns;
    }

    /** The column that is called like the code column, but for names: LAD24NM beside LAD24CD. */
    private static Optional<Integer> findName(CodeColumn code, TableHeader header) {
        Matcher matcher = CODE_WORD.matcher(code.header());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String word = matcher.group(1).length() == 2 ? "NM" : "name";
        return header.find(matcher.replaceFirst(word));
    }

    /** Nobody can tell which of two rows is right; the first stands, and the refused one names it. */
    private static void refuseContradiction(List<ParentColumn> columns, Taken before, Taken found) {
        for (ParentColumn column : columns) {
            Optional<AreaParent> one = Optional.ofNullable(before.parents().get(column.geography()));
            Optional<AreaParent> other = Optional.ofNullable(found.parents().get(column.geography()));
            if (!one.equals(other)) {
                throw new RowRefusedException(
                        column.code().header(),
                        "Row " + before.line() + differs(one, other, column.geography()),
                        "Keep the row that is right and remove the other.");
            }
        }
    }

    private static String differs(Optional<AreaParent> before, Optional<AreaParent> found, Geography parents) {
        if (before.isEmpty()) {
            return " puts the area into none of " + parents + ", this row into one.";
        }
        if (found.isEmpty()) {
            return " puts the area into one of " + parents + ", this row into none.";
        }
        return before.get().parent().equals(found.get().parent())
                ? " gives the larger area another name."
                : " puts the area into another one of " + parents + ".";
    }

    private static Map<Geography, AreaParent> readParents(List<ParentColumn> columns, AreaId child, TableRow row) {
        Map<Geography, AreaParent> parents = new LinkedHashMap<>();
        for (ParentColumn column : columns) {
            String code = row.get(column.code().index());
            if (code.isEmpty() || AreaRows.isNotApplicable(code)) {
                continue;
            }
            if (!AreaRows.isCodeOf(column.geography().level(), code)) {
                throw new RowRefusedException(
                        column.code().header(),
                        "The code is not one of " + column.geography().level().label() + ".",
                        "Give the nine-character code of an area of " + column.geography() + ".");
            }
            String name = column.name().map(row::get).orElse(code);
            if (name.isEmpty()) {
                throw new RowRefusedException(
                        column.code().header(), "The larger area has a code but no name.", "Add its name.");
            }
            parents.put(
                    column.geography(),
                    new AreaParent(child, new AreaId(column.geography(), new AreaCode(code)), name));
        }
        return parents;
    }
}
