package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.provision.AgeRange;
import org.needscape.provision.Service;
import org.needscape.provision.Site;
import org.needscape.report.UnreadableFileException;

/** The columns of a list of services, and how each cell is read. */
final class ServiceColumns {

    private static final String[] NAME = {"service", "service_name", "service name"};
    private static final String[] AGE_FROM = {"age_from", "age from"};
    private static final String[] AGE_TO = {"age_to", "age to"};
    private static final String[] TIERS = {"tiers", "tier", "levels", "level"};
    private static final String[] BUDGET = {"annual_budget_gbp", "annual budget gbp", "annual_budget", "annual budget"};
    private static final String[] PLACES = {"places"};
    private static final String[] SITES = {"sites", "site"};

    private static final int LONGEST_NAME = 200;
    private static final int MOST_SITES = 200;
    private static final int MOST_PLACES = 10_000_000;
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    private static final Pattern TIER_LIST = Pattern.compile("[1-4](?:\\s*;\\s*[1-4]){0,20}");
    private static final Pattern POINT = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,3})?)\\s+(\\d{1,7}(?:\\.\\d{1,3})?)");

    private final TableHeader header;
    private final int name;
    private final int ageFrom;
    private final int ageTo;
    private final int tiers;
    private final Optional<Integer> budget;
    private final Optional<Integer> places;
    private final Optional<Integer> sites;

    private ServiceColumns(TableHeader header, int name, int ageFrom, int ageTo, int tiers) {
        this.header = header;
        this.name = name;
        this.ageFrom = ageFrom;
        this.ageTo = ageTo;
        this.tiers = tiers;
        this.budget = header.find(BUDGET);
        this.places = header.find(PLACES);
        this.sites = header.find(SITES);
    }

    /** Whether a row is the header of a list of services. */
    static boolean isHeader(List<String> cells) {
        TableHeader header = TableHeader.ofDistinct(cells);
        return header.find(NAME).isPresent() && header.find(AGE_FROM).isPresent();
    }

    /** @throws UnreadableFileException naming the first column that is needed and missing */
    static ServiceColumns find(TableHeader header, String fileName) {
        if (header.find(NAME).isEmpty() && header.find(AGE_FROM).isEmpty()) {
            throw unknown(fileName);
        }
        return new ServiceColumns(
                header,
                needed(header, fileName, NAME, "the name of each service"),
                needed(header, fileName, AGE_FROM, "the first age that it is for"),
                needed(header, fileName, AGE_TO, "the last age that it is for, or nothing for no upper age"),
                needed(header, fileName, TIERS, "the levels of need that it answers, such as 2;3"));
    }

    static UnreadableFileException unknown(String fileName) {
        return new UnreadableFileException(fileName
                + " is no list of services: its header must have the columns service, age_from, age_to and tiers, and may have"
                + " annual_budget_gbp, places and sites.");
    }

    private static int needed(TableHeader header, String fileName, String[] names, String what) {
        return header.find(names)
                .orElseThrow(() -> new UnreadableFileException(
                        fileName + " has no column '" + names[0] + "': add it, with " + what + "."));
    }

    String nameHeader() {
        return header.name(name);
    }

    String budgetHeader() {
        return budget.map(header::name).orElse("");
    }

    /** The names of columns that are not read, where there are any. */
    Optional<String> unread() {
        List<String> unread = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            boolean isRead = List.of(name, ageFrom, ageTo, tiers).contains(column)
                    || List.of(budget, places, sites).contains(Optional.of(column));
            if (!isRead && !header.name(column).isEmpty()) {
                unread.add(TableFile.shorten(header.name(column)));
            }
        }
        return unread.isEmpty() ? Optional.empty() : Optional.of(TableFile.shorten(String.join(", ", unread)));
    }

    /** The service of a row. @throws RowRefusedException naming the first cell that cannot be taken */
    Service read(TableRow row, Function<AreaCode, Optional<AreaId>> areas) {
        return new Service(
                readName(row),
                readAges(row),
                readTiers(row),
                readBudget(row),
                readPlaces(row),
                sites.isPresent() ? readSites(row, sites.get(), areas) : List.of());
    }

    /** Whether the budget of a row that was read is not in whole pounds. */
    boolean roundsBudget(TableRow row) {
        OptionalDouble pounds = budget.isPresent() ? amount(row, budget.get()) : OptionalDouble.empty();
        return pounds.isPresent() && pounds.getAsDouble() != Math.rint(pounds.getAsDouble());
    }

    private String readName(TableRow row) {
        String text = TableText.collapse(row.get(name));
        if (text.isEmpty()) {
            throw new RowRefusedException(header.name(name), "The service has no name.", "Write what it is called.");
        }
        if (text.length() > LONGEST_NAME || NOT_SHOWN.matcher(text).find()) {
            throw new RowRefusedException(
                    header.name(name),
                    "The name is too long or has characters that cannot be shown.",
                    "Write a name of at most " + LONGEST_NAME + " ordinary characters.");
        }
        return text;
    }

    private AgeRange readAges(TableRow row) {
        OptionalInt from = age(row, ageFrom);
        if (from.isEmpty()) {
            throw new RowRefusedException(
                    header.name(ageFrom), "The first age is missing.", "Write 0 for a service from birth on.");
        }
        OptionalInt to = age(row, ageTo);
        if (to.isPresent() && to.getAsInt() < from.getAsInt()) {
            throw new RowRefusedException(
                    header.name(ageTo),
                    "The last age is before the first.",
                    "Write the first age in " + header.name(ageFrom) + " and the last in " + header.name(ageTo) + ".");
        }
        return new AgeRange(from.getAsInt(), to);
    }

    private OptionalInt age(TableRow row, int column) {
        String cell = row.get(column);
        if (cell.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalDouble number = NumberText.parse(cell);
        if (number.isEmpty() || !isWhole(number.getAsDouble(), AgeRange.OLDEST)) {
            throw new RowRefusedException(
                    header.name(column),
                    "The age is not a whole number of years from 0 to " + AgeRange.OLDEST + ".",
                    "Write completed years, such as 5; leave the last age empty where there is none.");
        }
        return OptionalInt.of((int) number.getAsDouble());
    }

    private List<Integer> readTiers(TableRow row) {
        String cell = row.get(tiers);
        if (!TIER_LIST.matcher(cell).matches()) {
            throw new RowRefusedException(
                    header.name(tiers),
                    cell.isEmpty() ? "The levels of need are missing." : "The cell is no list of levels 1 to 4.",
                    "Write the levels with semicolons between them, such as 2;3;4.");
        }
        TreeSet<Integer> levels = new TreeSet<>();
        cell.chars().filter(Character::isDigit).forEach(digit -> levels.add(digit - '0'));
        return List.copyOf(levels);
    }

    private OptionalLong readBudget(TableRow row) {
        if (budget.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalDouble pounds = amount(row, budget.get());
        if (pounds.isPresent() && !(pounds.getAsDouble() >= 0 && pounds.getAsDouble() <= Service.MOST_POUNDS)) {
            throw new RowRefusedException(
                    budgetHeader(),
                    "The budget is below 0 or too large.",
                    "Write pounds a year, such as 187000; leave the cell empty where it is not known.");
        }
        return pounds.isPresent() ? OptionalLong.of(Math.round(pounds.getAsDouble())) : OptionalLong.empty();
    }

    private OptionalInt readPlaces(TableRow row) {
        OptionalDouble number = places.isPresent() ? amount(row, places.get()) : OptionalDouble.empty();
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!isWhole(number.getAsDouble(), MOST_PLACES)) {
            throw new RowRefusedException(
                    header.name(places.orElseThrow()),
                    "The number of places is not a whole number from 0.",
                    "Write how many can be served at once, or leave the cell empty.");
        }
        return OptionalInt.of((int) number.getAsDouble());
    }

    /** A number, or empty where a mark says that it is not available. A pound sign in front is passed over. */
    private OptionalDouble amount(TableRow row, int column) {
        String cell = row.get(column);
        String plain = cell.startsWith("£") ? TableText.trim(cell.substring(1)) : cell;
        OptionalDouble number = NumberText.parse(plain);
        if (number.isPresent()) {
            return number;
        }
        boolean isNotAvailable = SymbolProfile.GENERAL
                .read(cell)
                .filter(reading -> reading.value().equals(org.needscape.indicator.Value.notAvailable()))
                .isPresent();
        if (!isNotAvailable) {
            throw new RowRefusedException(
                    header.name(column),
                    NumberText.reasonAgainst(plain),
                    "Write a plain number such as 187000, or leave the cell empty where it is not known.");
        }
        return OptionalDouble.empty();
    }

    private List<Site> readSites(TableRow row, int column, Function<AreaCode, Optional<AreaId>> areas) {
        List<Site> found = new ArrayList<>();
        for (String part : row.get(column).split(";", -1)) {
            String text = TableText.collapse(part);
            if (!text.isEmpty()) {
                found.add(site(text, header.name(column), areas));
            }
            if (found.size() > MOST_SITES) {
                throw new RowRefusedException(
                        header.name(column),
                        "The service has more than " + MOST_SITES + " sites.",
                        "Give those that families go to.");
            }
        }
        return found.stream().distinct().toList();
    }

    private static Site site(String text, String field, Function<AreaCode, Optional<AreaId>> areas) {
        java.util.regex.Matcher point = POINT.matcher(text);
        if (point.matches()) {
            try {
                return new Site.AtPoint(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)));
            } catch (IllegalArgumentException outside) {
                throw new RowRefusedException(
                        field,
                        "A site lies outside the British National Grid.",
                        "Write easting and northing in metres, such as 443210 281450.");
            }
        }
        if (!AreaCode.isValid(text)) {
            throw new RowRefusedException(
                    field,
                    "A site is neither a code of an area nor an easting and a northing.",
                    "Write sites such as E01999001 or 443210 281450, with semicolons between them.");
        }
        return areas.apply(new AreaCode(text))
                .<Site>map(Site.InArea::new)
                .orElseThrow(() -> new RowRefusedException(
                        field,
                        "A site is in an area whose boundary is not loaded.",
                        "Import the boundaries first, or give easting and northing."));
    }

    private static boolean isWhole(double number, double most) {
        return number >= 0 && number <= most && number == Math.rint(number);
    }
}
