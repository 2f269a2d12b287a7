package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.provision.Service;
import org.needscape.report.ImportProblem;
import org.needscape.report.UnreadableFileException;

/**
 * Reads a county's list of services: a row for each, with the ages and the levels of need that it is for, and what it costs. It is about
 * services and nothing in it is about a person.
 *
 * <p>Columns: {@code service}; {@code age_from} and {@code age_to} in completed years, both counted, {@code age_to} empty for no upper
 * age; {@code tiers}, levels 1 to 4 with semicolons between them; and, where they are known, {@code annual_budget_gbp}, {@code places}
 * and {@code sites}: a list with semicolons of codes of areas ({@code E01999001}) and of eastings and northings in metres on the British
 * National Grid ({@code 443210 281450}). Other columns are passed over and named. An empty cell of a budget is not known, never 0.
 */
public final class ServicesFile {

    /** No county has as many. */
    static final int MOST_SERVICES = 2_000;

    /** Nor as many sites of all services together; whoever asks for reach waits for each of them. */
    static final int MOST_SITES = 2_000;

    private final TableRequest request;
    private final Function<AreaCode, Optional<AreaId>> areas;
    private final Consumer<Service> services;
    private final Set<String> names = new HashSet<>();
    private int withoutBudget;
    private int sites;

    private ServicesFile(TableRequest request, Function<AreaCode, Optional<AreaId>> areas, Consumer<Service> services) {
        this.request = request;
        this.areas = areas;
        this.services = services;
    }

    /**
     * Reads the table: CSV, or the sheet of a workbook that has such a header.
     *
     * @param areas which area a code is that a site is in; none for one that is not loaded
     * @param services receives one service for each row, in order
     * @throws UnreadableFileException when the file as a whole cannot be taken; what was handed over until then is to be forgotten
     */
    public static void read(
            TableRequest request, Function<AreaCode, Optional<AreaId>> areas, Consumer<Service> services) {
        ServicesFile file = new ServicesFile(request, areas, services);
        List<String> tables = new ArrayList<>();
        TableSheets.forEach(request, ServiceColumns::isHeader, table -> {
            tables.add(table.fileName());
            if (tables.size() > 1) {
                throw new UnreadableFileException(request.fileName()
                        + " has several sheets with services: save a workbook, or a CSV, with only one of them.");
            }
            file.take(table);
        });
        if (tables.isEmpty()) {
            throw ServiceColumns.unknown(request.fileName());
        }
    }

    private void take(TableFile table) {
        ServiceColumns columns = ServiceColumns.find(table.header(), request.fileName());
        columns.unread().ifPresent(unread -> request.log()
                .note("Columns that say nothing of services were passed over: " + unread + "."));
        table.forEachRow(row -> take(row, table, columns));
        if (withoutBudget > 0) {
            request.log()
                    .note(withoutBudget + (withoutBudget == 1 ? " service has" : " services have")
                            + " no budget in the file; it is not known, and not taken as 0.");
        }
    }

    private void take(TableRow row, TableFile table, ServiceColumns columns) {
        request.log().read();
        try {
            int width = table.header().size();
            if (row.size() != width) {
                throw new RowRefusedException(
                        "",
                        "The row has " + row.size() + " cells where the header has " + width + ".",
                        "Check the row for a missing or extra comma or quotation mark.");
            }
            Service service = columns.read(row, areas);
            if (!names.add(TableText.key(service.name()))) {
                throw new RowRefusedException(
                        columns.nameHeader(),
                        "The service stands in an earlier row too.",
                        "Keep one row for each service; give several sites in one cell, with semicolons between them.");
            }
            if (names.size() > MOST_SERVICES) {
                throw new UnreadableFileException(request.fileName() + " has more than " + MOST_SERVICES
                        + " services: give a list of services, with one row for each. Nothing was changed.");
            }
            sites += service.sites().size();
            if (sites > MOST_SITES) {
                throw new UnreadableFileException(request.fileName() + " has more than " + MOST_SITES
                        + " sites of services: give those that families go to. Nothing was changed.");
            }
            services.accept(service);
            withoutBudget += service.annualBudgetPounds().isEmpty() ? 1 : 0;
            request.log().accepted();
            if (columns.roundsBudget(row)) {
                request.log()
                        .repaired(ImportProblem.repaired(
                                row.line(),
                                table.place(columns.budgetHeader()),
                                "",
                                "The budget has pence; it was rounded to whole pounds.",
                                "Nothing."));
            }
        } catch (RowRefusedException e) {
            request.log()
                    .refused(ImportProblem.refused(row.line(), table.place(e.field()), "", e.reason(), e.whatToDo()));
        }
    }
}
