package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.needscape.indicator.ValueState;

/**
 * Coverage of provision as CSV (RFC 4180), one figure on each line. A number that is not known is the mark of its reason, such as
 * {@code [c]} for one that is hidden and {@code [x]} for a budget that nobody gave.
 */
final class ProvisionCsv {

    private static final List<String> HEADINGS =
            List.of("section", "service", "code", "place", "item", "figure", "unit", "number", "note", "marking");
    private static final String POUNDS = "pounds a year";
    private static final String CHILDREN = "children";
    private static final String FRACTION = "fraction";
    private static final String ESTIMATE = "estimate, by ";

    private final JsonNode answer;
    private final CSVPrinter printer;
    private final JsonNode services;

    private ProvisionCsv(JsonNode answer, CSVPrinter printer) {
        this.answer = answer;
        this.printer = printer;
        this.services = answer.required("services");
    }

    static String of(JsonNode answer) {
        List<String> headings = new ArrayList<>(HEADINGS);
        if (answer.required("fictional").booleanValue()) {
            headings.add("fictional");
        }
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(headings.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            new ProvisionCsv(answer, printer).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write() throws IOException {
        services();
        matrix();
        reach();
        allocation();
        for (JsonNode district : answer.required("districts")) {
            district(district);
        }
        outside();
    }

    private void services() throws IOException {
        for (JsonNode service : services) {
            String name = service.required("name").textValue();
            String item = "ages " + service.required("ages").textValue() + ", levels " + levels(service);
            line("services", name, "", "", item, "annual budget", POUNDS, service.required("annualBudgetPounds"), "");
            line("services", name, "", "", item, "places", "places", service.required("places"), "");
        }
    }

    private static String levels(JsonNode service) {
        List<String> levels = new ArrayList<>();
        service.required("levels").forEach(level -> levels.add(level.asText()));
        return String.join(";", levels);
    }

    private void matrix() throws IOException {
        for (JsonNode band : answer.at("/matrix/bands")) {
            for (JsonNode level : band.required("levels")) {
                int count = level.required("services").size();
                write(
                        "matrix",
                        "",
                        "",
                        "",
                        "ages " + band.required("ages").textValue() + ", level " + level.required("level"),
                        "services",
                        "services",
                        Integer.toString(count),
                        count == 0 ? "gap: no service" : "");
            }
        }
    }

    private void reach() throws IOException {
        for (JsonNode service : answer.at("/reach/services")) {
            String name = name(service);
            for (JsonNode site : service.required("sites")) {
                String note =
                        site.required("found").booleanValue() ? "" : "the area of the site is not loaded any more";
                String code = site.required("site").textValue();
                for (JsonNode within : site.required("within")) {
                    reach(name, code, site.required("name").textValue(), within, note);
                }
            }
            for (JsonNode within : service.required("within")) {
                reach(name, "", "all sites together", within, "");
            }
        }
    }

    private void reach(String service, String code, String place, JsonNode within, String note) throws IOException {
        String item = "within " + within.required("metres") + " m";
        line("reach", service, code, place, item, "children aged 0 to 17", CHILDREN, within.required("children"), note);
    }

    private void allocation() throws IOException {
        JsonNode allocation = answer.required("allocation");
        String note = ESTIMATE + allocation.at("/key/title").textValue();
        for (JsonNode service : allocation.required("services")) {
            String name = name(service);
            int k = 0;
            for (JsonNode pounds : service.required("pounds")) {
                JsonNode district = answer.required("districts").get(k++);
                line(
                        "allocation",
                        name,
                        district.required("district").textValue(),
                        district.required("name").textValue(),
                        "",
                        "share of the budget",
                        POUNDS,
                        pounds,
                        note);
            }
            if (service.required("leftPounds").longValue() > 0) {
                String left = service.required("leftPounds").asText();
                write(
                        "allocation",
                        name,
                        "",
                        "",
                        "",
                        "left over",
                        POUNDS,
                        left,
                        allocation.required("note").textValue());
            }
        }
        for (JsonNode area : allocation.required("areas")) {
            line(
                    "allocation by area",
                    "",
                    area.required("area").textValue(),
                    area.required("name").textValue(),
                    "",
                    "share of all budgets",
                    POUNDS,
                    area.required("pounds"),
                    note);
        }
    }

    private void district(JsonNode district) throws IOException {
        String code = district.required("district").textValue();
        String name = district.required("name").textValue();
        String note = ESTIMATE + answer.at("/allocation/key/title").textValue();
        String known = notKnown(district);
        List<List<String>> figures = List.of(
                List.of("children", "children aged 0 to 17", CHILDREN, ""),
                List.of("shareOfChildren", "share of the county's children", FRACTION, ""),
                List.of("need", "children in areas of highest need", CHILDREN, known),
                List.of("shareOfNeed", "share of the county's need", FRACTION, known),
                List.of("needPer100Children", "need per 100 children", "per 100 children", known),
                List.of("pounds", "share of all budgets", POUNDS, note),
                List.of("shareOfPounds", "share of all budgets", FRACTION, note),
                List.of("poundsPerChild", "budget per child", "pounds a year", note));
        for (List<String> figure : figures) {
            JsonNode value = district.required(figure.get(0));
            line("districts", "", code, name, "", figure.get(1), figure.get(2), value, figure.get(3));
        }
    }

    /** Of how many areas the need is not known, which a sum of need leaves out. */
    private static String notKnown(JsonNode node) {
        int areas = node.required("needNotKnownAreas").intValue();
        return areas == 0 ? "" : "need of " + areas + (areas == 1 ? " area" : " areas") + " not known";
    }

    private void outside() throws IOException {
        JsonNode outside = answer.required("outside");
        outside("", answer.at("/extent/title").textValue(), outside);
        for (JsonNode district : outside.required("districts")) {
            outside(
                    district.required("district").textValue(),
                    district.required("name").textValue(),
                    district);
        }
    }

    private void outside(String code, String place, JsonNode node) throws IOException {
        String section = "outside agreed target areas";
        write(
                section,
                "",
                code,
                place,
                "",
                "areas",
                "areas",
                node.required("areasOutside").asText(),
                "");
        line(section, "", code, place, "", "children aged 0 to 17", CHILDREN, node.required("children"), "");
        line(section, "", code, place, "", "share of children", FRACTION, node.required("shareOfChildren"), "");
        line(
                section,
                "",
                code,
                place,
                "",
                "children in areas of highest need",
                CHILDREN,
                node.required("need"),
                notKnown(node));
        line(section, "", code, place, "", "share of need", FRACTION, node.required("shareOfNeed"), notKnown(node));
        JsonNode inNeed = node.required("childrenInNeed");
        write(
                section,
                "",
                code,
                place,
                "",
                "children in need, as far as shown",
                CHILDREN,
                inNeed.required("shownSum").asText(""),
                inNeed.required("hiddenAreas").asText() + " areas hidden, "
                        + inNeed.required("unknownAreas").asText() + " not known");
    }

    private String name(JsonNode node) {
        return services.required(node.required("service").intValue())
                .required("name")
                .textValue();
    }

    private void line(
            String section,
            String service,
            String code,
            String place,
            String item,
            String figure,
            String unit,
            JsonNode value,
            String note)
            throws IOException {
        JsonNode number = value.required("number");
        String mark = Arrays.stream(ValueState.values())
                .filter(state -> state.code().equals(value.required("state").textValue()))
                .findFirst()
                .map(ValueState::mark)
                .orElse("");
        String text = number.isNull() ? mark : number.decimalValue().toPlainString();
        write(section, service, code, place, item, figure, unit, text, note);
    }

    private void write(
            String section,
            String service,
            String code,
            String place,
            String item,
            String figure,
            String unit,
            String number,
            String note)
            throws IOException {
        List<String> cells = new ArrayList<>(List.of(
                section,
                CaseCsv.harmless(service),
                CaseCsv.harmless(code),
                CaseCsv.harmless(place),
                item,
                figure,
                unit,
                number,
                note,
                CaseCsv.harmless(answer.path("marking").asText(""))));
        if (answer.required("fictional").booleanValue()) {
            cells.add("fictional data");
        }
        printer.printRecord(cells);
    }
}
