package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerId;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * The layers of a store: deciles and measures, made from protected observations when they are asked for, and the standard results,
 * kept when they were computed. Safe for many threads.
 */
public final class LayerService {

    private final Store store;
    private final LayerSources sources;
    private final Remembered<Layer> layers = new Remembered<>(64);
    private final Remembered<List<LayerHeading>> lists = new Remembered<>(16);

    public LayerService(Store store, ProtectedObservations observations) {
        this.store = store;
        this.sources = new LayerSources(observations);
    }

    /** All extents, by name. */
    public List<Extent> listExtents() {
        return store.read(session -> session.areas().listExtents());
    }

    /**
     * The layers of one extent, or of all.
     *
     * @throws NotFoundException when there is no such extent
     */
    public List<LayerHeading> list(Optional<ExtentName> only) {
        return store.read(session -> {
            List<Extent> extents = session.areas().listExtents();
            if (only.isPresent()
                    && extents.stream().noneMatch(extent -> extent.name().equals(only.get()))) {
                throw new NotFoundException("There is no extent " + only.get() + ".");
            }
            return lists.get(revisionWithTargets(session) + " " + only, () -> {
                List<LayerHeading> headings = new ArrayList<>();
                for (Extent extent : extents) {
                    if (only.isEmpty() || only.get().equals(extent.name())) {
                        sources.list(session, extent).forEach(source -> headings.add(source.heading()));
                    }
                }
                return List.copyOf(headings);
            });
        });
    }

    /**
     * A layer with its rows.
     *
     * @throws NotFoundException when there is none of this id
     */
    public Layer get(LayerId id) {
        return store.read(session -> layers.get(
                revisionOf(session, id) + " " + id, () -> find(session, id).load(session)));
    }

    /**
     * A layer as it stands in the list.
     *
     * @throws NotFoundException when there is none of this id
     */
    LayerHeading heading(LayerId id) {
        return store.read(session -> find(session, id).heading());
    }

    /** What changes whenever anything in the store that layers depend on does, but for the layers of target areas. */
    public String revision() {
        return store.read(StoreSession::revision);
    }

    /** What changes whenever anything that a layer depends on does. */
    String revisionOf(LayerId id) {
        return store.read(session -> revisionOf(session, id));
    }

    private static String revisionOf(StoreSession session, LayerId id) {
        return id.value().startsWith(TargetLayer.KEY_PREFIX) ? revisionWithTargets(session) : session.revision();
    }

    /** Saving target areas makes no new revision of the store, since all other layers stay as they are. */
    private static String revisionWithTargets(StoreSession session) {
        return session.revision() + "-" + session.targetSets().count();
    }

    private LayerSource find(StoreSession session, LayerId id) {
        String value = id.value();
        int at = value.indexOf('@');
        List<Extent> extents = session.areas().listExtents();
        for (Extent extent : extents) {
            if (at < 0 ? extents.size() == 1 : extent.name().value().equals(value.substring(at + 1))) {
                String key = at < 0 ? value : value.substring(0, at);
                Optional<LayerSource> unlisted = sources.findUnlisted(session, extent, key);
                if (unlisted.isPresent()) {
                    return unlisted.get();
                }
                for (LayerSource source : sources.list(session, extent)) {
                    if (source.heading().key().equals(key)) {
                        return source;
                    }
                }
            }
        }
        throw new NotFoundException("There is no layer " + value + "."
                + (at < 0 && extents.size() > 1
                        ? " This store has several extents: add the extent's name, such as " + value + "@"
                                + extents.get(0).name() + "."
                        : " List the layers to see what there is."));
    }
}
