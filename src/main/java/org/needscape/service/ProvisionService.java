package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.layer.Layer;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;
import org.needscape.store.TargetSetStore.SavedRevision;

/**
 * Coverage of provision: services by age and level of need with gaps, reach from their sites, budgets shared out by a key beside need, and
 * what lies outside agreed target areas. Safe for many threads.
 */
public final class ProvisionService {

    private static final int REMEMBERED = 4;

    private final Store store;
    private final LayerService layers;
    private final ProtectedObservations observations;
    private final Remembered<ProvisionGround> grounds = new Remembered<>(REMEMBERED);

    public ProvisionService(Store store, LayerService layers, ProtectedObservations observations) {
        this.store = store;
        this.layers = layers;
        this.observations = observations;
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
        ProvisionGround ground = ground(name);
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

    private ProvisionGround ground(ExtentName name) {
        Extent extent = store.read(session -> requireExtent(session, name));
        return grounds.get(layers.revision() + " " + name, () -> {
            String needKey = AppliedMethod.KEY_PREFIX + DefaultMethod.ID;
            Optional<Layer> need = layers.list(Optional.of(name)).stream()
                    .filter(heading -> heading.key().equals(needKey))
                    .findFirst()
                    .map(heading -> layers.get(heading.id()));
            return store.read(session -> ProvisionGround.load(session, observations, extent, need));
        });
    }

    private static Extent requireExtent(StoreSession session, ExtentName name) {
        return session.areas()
                .findExtent(name)
                .orElseThrow(() -> new NotFoundException("There is no extent " + name + "."));
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
