package org.needscape.service;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.SmallArea;
import org.needscape.report.UnreadableFileException;
import org.needscape.store.StoreSession;

/** Gives areas to the store, and finds out from the first one which extent they belong to. */
final class AreaSink {

    private final StoreSession session;
    private final ImportRequest request;
    private final long dataset;
    private @Nullable Extent extent;

    AreaSink(StoreSession session, ImportRequest request, long dataset) {
        this.session = session;
        this.request = request;
        this.dataset = dataset;
    }

    /** The extent, once an area has come. */
    Optional<Extent> extent() {
        return Optional.ofNullable(extent);
    }

    /** Gives areas to the store; there is at least one. */
    void save(List<SmallArea> areas) {
        if (extent == null) {
            extent = extentFor(areas.get(0).id().code().isFictional());
        }
        session.areas().saveAreas(extent.name(), dataset, areas);
    }

    private Extent extentFor(boolean fictional) {
        ExtentName asked = request.options().extent();
        ExtentName byDefault = fictional ? ExtentName.FICTIONAL : ExtentName.LOADED;
        ExtentName name = asked == null ? byDefault : asked;
        Optional<Extent> existing = session.areas().findExtent(name);
        if (existing.isPresent() && existing.get().fictional() != fictional) {
            throw new UnreadableFileException(request.fileName() + " holds " + (fictional ? "fictional" : "real")
                    + " areas, but the extent " + name + " holds " + (fictional ? "real" : "fictional")
                    + " ones: choose another extent, the two never mix.");
        }
        return existing.orElseGet(() -> {
            Extent made = new Extent(name, ExtentTitles.fromName(name), fictional);
            session.areas().saveExtent(made);
            return made;
        });
    }
}
