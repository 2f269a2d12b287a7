package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.provision.Allocation;
import org.needscape.provision.Service;

/**
 * Budgets shared out to districts and small areas by a key, and what they come to per child beside need. Each budget is shared out to
 * districts; what the districts have of all budgets is shared out again to the areas of each. So the shares of areas, with what is left in
 * each district, add up to the districts', and those of districts, with what is left, to the budgets.
 */
final class ProvisionBudgets {

    private static final int SHARE_DECIMALS = 4;
    private static final int POUNDS_DECIMALS = 2;
    private static final int PER_100_DECIMALS = 1;
    private static final int PER_100 = 100;

    private final ProvisionGround ground;
    private final ProvisionKey key;
    private final List<ProvisionGround.District> districts;
    private final Map<AreaCode, Value> keys = new TreeMap<>();
    private final Value whole;
    private final Map<Integer, Allocation> ofServices = new LinkedHashMap<>();
    private final Map<AreaCode, Value> pounds = new TreeMap<>();
    private long budget;
    private long left;

    ProvisionBudgets(ProvisionGround ground, ProvisionKey key) {
        this.ground = ground;
        this.key = key;
        this.districts = ground.districts();
        districts.forEach(district -> keys.put(district.code(), ground.ofDistrict(key, district)));
        this.whole = ground.ofCounty(key);
        List<Service> services = ground.list().map(list -> list.services()).orElse(List.of());
        for (int k = 0; k < services.size(); k++) {
            if (services.get(k).annualBudgetPounds().isPresent()) {
                long each = services.get(k).annualBudgetPounds().getAsLong();
                budget += each;
                Allocation allocation = Allocation.of(each, keys, whole);
                left += allocation.leftPounds();
                ofServices.put(k, allocation);
            }
        }
        keys.keySet().forEach(code -> pounds.put(code, share(code)));
    }

    /** What a district has of all budgets; without a budget nobody knows. */
    private Value share(AreaCode code) {
        return ofServices.isEmpty()
                ? Value.notAvailable()
                : ValueArithmetic.sum(ofServices.values().stream()
                        .map(allocation -> allocation.poundsByPlace().getOrDefault(code, Value.notAvailable()))
                        .toList());
    }

    /** The allocation by this key, and what other keys there are. */
    ObjectNode allocation() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode chosen = node.putObject("key");
        chosen.put("code", key.code()).put("title", title(key)).put("period", period(key));
        chosen.set("county", ProvisionServices.value(whole, 0));
        ArrayNode choices = node.putArray("keys");
        for (ProvisionKey each : ProvisionKey.values()) {
            choices.addObject()
                    .put("code", each.code())
                    .put("title", title(each))
                    .put("available", ground.has(each));
        }
        node.put("estimate", true);
        node.put("budgetPounds", budget);
        node.put("leftPounds", left);
        node.put("left", why());
        node.put("note", note());
        ArrayNode services = node.putArray("services");
        ofServices.forEach((position, allocation) -> {
            ObjectNode one = services.addObject().put("service", position);
            ArrayNode shares = one.putArray("pounds");
            districts.forEach(district -> shares.add(ProvisionServices.value(
                    allocation.poundsByPlace().getOrDefault(district.code(), Value.notAvailable()), 0)));
            one.put("leftPounds", allocation.leftPounds());
        });
        node.set("areas", areas());
        return node;
    }

    private String why() {
        return ofServices.values().stream()
                .filter(allocation -> allocation.leftPounds() > 0)
                .findFirst()
                .map(allocation -> allocation.left().code())
                .orElse(Allocation.Left.NOTHING.code());
    }

    private String note() {
        String title = title(key);
        return switch (why()) {
            case "for-places-not-known" ->
                "Of some districts the number is hidden or not known. They have no share of their own; what is left is theirs together.";
            case "whole-not-known" ->
                "Nothing can be shared out: " + title + " is not known of every district, nor of the county.";
            case "no-key" -> "Nothing can be shared out: " + title + " is 0 everywhere.";
            default -> "The shares of the districts add up to the budgets.";
        };
    }

    /** The title of a key, saying how need is made. */
    String title(ProvisionKey each) {
        if (each != ProvisionKey.NEED) {
            return each.title();
        }
        return each.title()
                + (ground.needHasChances()
                        ? " (children × chance of the highest-need tenth), as far as known"
                        : " (children of areas ranked in the highest-need tenth), as far as known");
    }

    private String period(ProvisionKey each) {
        return switch (each) {
            case CHILDREN -> ground.childrenPeriod();
            case CHILDREN_IN_NEED ->
                ground.inNeed().map(counts -> counts.period().text()).orElse("");
            case NEED -> ground.needLayer().map(layer -> layer.period()).orElse("");
        };
    }

    private ArrayNode areas() {
        ArrayNode areas = JsonNodeFactory.instance.arrayNode();
        for (ProvisionGround.District district : districts) {
            Value share = pounds.getOrDefault(district.code(), Value.notAvailable());
            Map<AreaCode, Value> inside = new TreeMap<>();
            district.areas().forEach(code -> inside.put(code, ground.ofArea(key, code)));
            Map<AreaCode, Value> shares = new TreeMap<>(inside);
            if (key == ProvisionKey.NEED) {
                // A district's need is that of these areas alone, so that the others have no part in its share.
                inside.keySet().retainAll(ground.withNeed(district.areas()));
            }
            if (share.isKnown()) {
                shares.putAll(Allocation.of(
                                (long) share.number().getAsDouble(),
                                inside,
                                keys.getOrDefault(district.code(), Value.notAvailable()))
                        .poundsByPlace());
            }
            for (AreaCode code : district.areas()) {
                ObjectNode one = areas.addObject();
                one.put("area", code.value());
                one.put(
                        "name",
                        ground.frame()
                                .map(frame -> frame.names().getOrDefault(code, ""))
                                .orElse(""));
                one.put("district", district.code().value());
                one.set(
                        "pounds",
                        ProvisionServices.value(
                                share.isKnown() ? shares.getOrDefault(code, share) : withoutShare(code, share), 0));
            }
        }
        return areas;
    }

    /** Why an area has no share: its own key, or else that its district has none. */
    private Value withoutShare(AreaCode code, Value ofDistrict) {
        Value own = ground.ofArea(key, code);
        return own.isKnown() ? ofDistrict : own;
    }

    /** Need beside what the budgets come to per child, district by district. */
    ArrayNode districts() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Value allChildren = ground.ofCounty(ProvisionKey.CHILDREN);
        Value allNeed = ground.ofCounty(ProvisionKey.NEED);
        for (ProvisionGround.District district : districts) {
            Value children = ground.ofDistrict(ProvisionKey.CHILDREN, district);
            Value need = ground.ofDistrict(ProvisionKey.NEED, district);
            Value share = pounds.getOrDefault(district.code(), Value.notAvailable());
            ObjectNode one = list.addObject();
            one.put("district", district.code().value());
            one.put("name", district.name());
            one.put("areas", district.areas().size());
            one.set("children", ProvisionServices.value(children, 0));
            one.set("shareOfChildren", ratio(children, allChildren, 1, SHARE_DECIMALS));
            one.set("key", ProvisionServices.value(keys.getOrDefault(district.code(), Value.notAvailable()), 0));
            one.set("need", ProvisionServices.value(need, 0));
            List<AreaCode> withNeed = ground.withNeed(district.areas());
            one.put("needNotKnownAreas", district.areas().size() - withNeed.size());
            one.set("shareOfNeed", ratio(need, allNeed, 1, SHARE_DECIMALS));
            one.set(
                    "needPer100Children",
                    ratio(need, ground.sum(ProvisionKey.CHILDREN, withNeed), PER_100, PER_100_DECIMALS));
            one.set("pounds", ProvisionServices.value(share, 0));
            one.set("shareOfPounds", ratio(share, Value.known((double) budget), 1, SHARE_DECIMALS));
            one.set("poundsPerChild", ratio(share, children, 1, POUNDS_DECIMALS));
        }
        return list;
    }

    static ObjectNode ratio(Value numerator, Value denominator, double per, int decimals) {
        return ProvisionServices.value(ValueArithmetic.ratio(numerator, denominator, per), decimals);
    }
}
