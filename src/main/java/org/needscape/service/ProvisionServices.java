package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.needscape.indicator.Value;
import org.needscape.provision.CoverageMatrix;
import org.needscape.provision.Reach;
import org.needscape.provision.Service;
import org.needscape.provision.Site;

/** Services as JSON: the list, ages against levels of need, and how many children live near their sites. */
final class ProvisionServices {

    /** A walk, a longer one, and a bus ride. */
    static final List<Integer> DISTANCES_METRES = List.of(1_000, 2_000, 5_000);

    private static final int LAST_CHILD_AGE = 17;

    private final ProvisionGround ground;
    private final List<Service> services;
    private final List<Reach.Home> homes = new ArrayList<>();

    ProvisionServices(ProvisionGround ground) {
        this.ground = ground;
        this.services = ground.list().map(list -> list.services()).orElse(List.of());
        ground.frame().ifPresent(frame -> frame.names().keySet().forEach(code -> {
            Reach.Spot centre = ground.centres().get(new org.needscape.area.AreaId(frame.geography(), code));
            if (centre != null) {
                homes.add(new Reach.Home(centre, ground.ofArea(ProvisionKey.CHILDREN, code)));
            }
        }));
    }

    /** Every service as the list has it. */
    ArrayNode list() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Service service : services) {
            ObjectNode node = list.addObject();
            node.put("name", service.name());
            node.put("ages", service.ages().words());
            node.put("ageFrom", service.ages().from());
            if (service.ages().to().isPresent()) {
                node.put("ageTo", service.ages().to().getAsInt());
            } else {
                node.putNull("ageTo");
            }
            ArrayNode levels = node.putArray("levels");
            service.tiers().forEach(levels::add);
            node.set("annualBudgetPounds", value(budget(service), 0));
            node.set(
                    "places",
                    value(
                            service.places().isPresent()
                                    ? Value.known(service.places().getAsInt())
                                    : Value.notAvailable(),
                            0));
            node.put("sites", service.sites().size());
        }
        return list;
    }

    /** What budgets and places come to, and of how many services they are not known. */
    ObjectNode totals() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("services", services.size());
        node.put(
                "annualBudgetPounds",
                services.stream()
                        .mapToLong(service -> service.annualBudgetPounds().orElse(0))
                        .sum());
        node.put(
                "budgetsNotKnown",
                services.stream()
                        .filter(service -> service.annualBudgetPounds().isEmpty())
                        .count());
        node.put(
                "places",
                services.stream()
                        .mapToLong(service -> service.places().orElse(0))
                        .sum());
        node.put(
                "placesNotKnown",
                services.stream().filter(service -> service.places().isEmpty()).count());
        return node;
    }

    /** Ages against levels; without a list there are no bands, because nothing says where there is a gap. */
    ObjectNode matrix() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("firstAge", CoverageMatrix.FIRST_AGE).put("lastAge", CoverageMatrix.LAST_AGE);
        ArrayNode bands = node.putArray("bands");
        if (services.isEmpty()) {
            node.put("gaps", 0);
            return node;
        }
        CoverageMatrix matrix = CoverageMatrix.of(services);
        for (CoverageMatrix.Band band : matrix.bands()) {
            ObjectNode row = bands.addObject();
            row.put("ages", band.words()).put("ageFrom", band.from()).put("ageTo", band.to());
            ArrayNode levels = row.putArray("levels");
            matrix.cells().stream().filter(cell -> cell.band().equals(band)).forEach(cell -> {
                ObjectNode one = levels.addObject();
                one.put("level", cell.tier());
                one.put("state", cell.isGap() ? "none" : cell.services().size() == 1 ? "one" : "several");
                ArrayNode places = one.putArray("services");
                cell.services().forEach(places::add);
            });
        }
        node.put("gaps", matrix.gaps().size());
        return node;
    }

    /** How many children live near the sites of each service that has any. */
    ObjectNode reach() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("childrenPeriod", ground.childrenPeriod());
        ArrayNode distances = node.putArray("distancesMetres");
        DISTANCES_METRES.forEach(distances::add);
        ArrayNode list = node.putArray("services");
        for (int k = 0; k < services.size(); k++) {
            if (!services.get(k).sites().isEmpty()) {
                list.add(reach(k, services.get(k)));
            }
        }
        return node;
    }

    private ObjectNode reach(int position, Service service) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("service", position);
        ArrayNode sites = node.putArray("sites");
        List<Reach.Spot> spots = new ArrayList<>();
        for (Site site : service.sites()) {
            Optional<Reach.Spot> spot = spot(site);
            ObjectNode one = sites.addObject();
            one.put("site", site.words());
            one.put("name", site instanceof Site.InArea in ? name(in) : "");
            one.put("found", spot.isPresent());
            one.set("within", within(service, spot.map(List::of).orElse(List.of())));
            spot.ifPresent(spots::add);
        }
        node.set("within", within(service, spots));
        return node;
    }

    private String name(Site.InArea in) {
        return ground.frame()
                .filter(frame -> frame.geography().equals(in.area().geography()))
                .map(frame -> frame.names().getOrDefault(in.area().code(), ""))
                .orElse("");
    }

    private Optional<Reach.Spot> spot(Site site) {
        return site instanceof Site.InArea in
                ? Optional.ofNullable(ground.centres().get(in.area()))
                : site instanceof Site.AtPoint at
                        ? Optional.of(new Reach.Spot(at.eastingMetres(), at.northingMetres()))
                        : Optional.empty();
    }

    private ArrayNode within(Service service, List<Reach.Spot> spots) {
        boolean isForChildren = service.ages().overlaps(0, LAST_CHILD_AGE);
        ArrayNode within = JsonNodeFactory.instance.arrayNode();
        for (int metres : DISTANCES_METRES) {
            Reach reach = Reach.of(spots, homes, metres);
            Value children =
                    spots.isEmpty() ? Value.notAvailable() : isForChildren ? reach.children() : Value.notApplicable();
            within.addObject()
                    .put("metres", metres)
                    .put("areas", reach.areas())
                    .put("areasNotKnown", reach.areasNotKnown())
                    .set("children", value(children, 0));
        }
        return within;
    }

    static Value budget(Service service) {
        return service.annualBudgetPounds().isPresent()
                ? Value.known((double) service.annualBudgetPounds().getAsLong())
                : Value.notAvailable();
    }

    /** A value with its state; a number where there is one. */
    static ObjectNode value(Value value, int decimals) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("state", value.state().code());
        node.set("number", ReportNumbers.number(value, decimals));
        return node;
    }
}
