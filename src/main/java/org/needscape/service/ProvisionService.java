package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.needscape.area.ExtentName;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.Store;
import org.needscape.store.TargetSetStore.SavedRevision;

/**
 * Coverage of provision: services by age and level of need with gaps, reach from their sites, budgets shared out by a key beside need, and
 * what lies outside agreed target areas. Safe for many threads.
 */
public final class ProvisionService {

    private final Store store;
    private final ProvisionGrounds grounds;

    public ProvisionService(Store store, LayerService layers, ProtectedObservations observations) {
        this.store = store;
        this.grounds = new ProvisionGrounds(store, layers, observations);
    }

    /**
     * Everything as JSON.
     *
     * @param key what budgets are shared out by
     * @throws NotFoundException when there is no such extent
     */
    public EncodedDocument json(ExtentName extent, ProvisionKey key) {
        return EncodedDocument.of(answer(extent, key).toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same as CSV, one figure on each line.
     *
     * @throws NotFoundException when there is no such extent
     */
    public EncodedDocument csv(ExtentName extent, ProvisionKey key) {
        return EncodedDocument.of(ProvisionCsv.of(answer(extent, key)).getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode answer(ExtentName name, ProvisionKey key) {
        ProvisionGround ground = grounds.get(name);
        List<SavedRevision> revisions =
                store.read(session -> session.targetSets().list(name));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("extent")
                .put("name", name.value())
                .put("title", ground.extent().title());
        answer.put("fictional", ground.extent().fictional());
        answer.put(
                "geography",
                ground.frame().map(frame -> frame.geography().code()).orElse(""));
        ProvisionServices services = new ProvisionServices(ground);
        answer.set("services", services.list());
        answer.set("totals", services.totals());
        answer.set("matrix", services.matrix());
        answer.set("reach", services.reach());
        ProvisionBudgets budgets = new ProvisionBudgets(ground, key);
        answer.set("allocation", budgets.allocation());
        answer.set("districts", budgets.districts());
        answer.set("outside", new ProvisionOutside(ground, revisions).write());
        tell(answer, ground);
        return answer;
    }

    private static void tell(ObjectNode answer, ProvisionGround ground) {
        ArrayNode cautions = answer.putArray("cautions");
        if (ground.extent().fictional()) {
            cautions.add(Cautions.FICTIONAL);
        }
        cautions.add(Cautions.PROVISION_COVER);
        cautions.add(Cautions.PROVISION_REACH);
        cautions.add(Cautions.PROVISION_SPEND);
        cautions.add(Cautions.AREAS_NOT_PEOPLE);
        ground.release().ifPresent(release -> ReleaseJsonViews.put(answer, release));
        ArrayNode sources = answer.putArray("sources");
        ground.sources().forEach(sources::add);
    }
}
