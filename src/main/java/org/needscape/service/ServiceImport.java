package org.needscape.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.geoio.table.ServicesFile;
import org.needscape.geoio.table.TableRequest;
import org.needscape.provision.Service;
import org.needscape.report.ImportLog;
import org.needscape.store.StoreSession;

/** A list of services on its way into the store: the list of an extent as a whole takes the place of the one before. */
final class ServiceImport {

    static final String TITLE = "Services for children, young people and families";
    static final String SOURCE = "The county's own list of services";

    private final StoreSession session;
    private final ImportLog log;

    ServiceImport(StoreSession session, ImportLog log) {
        this.session = session;
        this.log = log;
    }

    /**
     * Reads the file and keeps its services.
     *
     * @param asked the extent that they are for; empty where there is one extent alone
     * @return the extent that they are kept for
     * @throws RejectedException when it is not said, or there is none
     */
    Extent run(TableRequest table, Optional<ExtentName> asked, long dataset) {
        Extent extent = extent(asked);
        Map<AreaCode, AreaId> areas = areas(extent.name());
        List<Service> services = new ArrayList<>();
        ServicesFile.read(table, code -> Optional.ofNullable(areas.get(code)), services::add);
        session.services()
                .find(extent.name())
                .ifPresent(before -> log.note("They take the place of the "
                        + before.services().size() + " services that were loaded before."));
        session.services().save(extent.name(), dataset, services);
        return extent;
    }

    private Extent extent(Optional<ExtentName> asked) {
        List<Extent> extents = session.areas().listExtents();
        if (asked.isEmpty() && extents.size() > 1) {
            throw new RejectedException("extent", "The store has several extents: say which one the services are for.");
        }
        return asked.map(name -> session.areas().findExtent(name))
                .orElseGet(() -> extents.stream().findFirst())
                .orElseThrow(() -> new RejectedException(
                        "extent", "Services belong to a county whose boundaries are loaded: import those first."));
    }

    /** Which area a code is. A code of several boundary years is taken for that of the latest. */
    private Map<AreaCode, AreaId> areas(ExtentName extent) {
        Map<AreaCode, AreaId> areas = new HashMap<>();
        session.areas().listGeographies(extent).stream()
                .sorted(Comparator.comparingInt(Geography::vintageYear))
                .forEach(geography -> session.areas()
                        .listNames(extent, geography)
                        .keySet()
                        .forEach(code -> areas.put(code, new AreaId(geography, code))));
        return areas;
    }
}
