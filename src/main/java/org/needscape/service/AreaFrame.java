package org.needscape.service;

import java.util.Map;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaParent;
import org.needscape.area.Extent;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.layer.LayerId;
import org.needscape.store.StoreSession;

/**
 * The areas that a layer is about: every one of them stands in the layer, with or without a value.
 *
 * @param extent which areas count
 * @param geography level and vintage
 * @param names by code, in code order
 * @param districts by code, for the areas whose district a lookup gives
 * @param contentHash changes with the areas
 * @param extentInIds whether layer ids carry the extent, because the store has several
 */
record AreaFrame(
        Extent extent,
        Geography geography,
        Map<AreaCode, String> names,
        Map<AreaCode, AreaParent> districts,
        String contentHash,
        boolean extentInIds) {

    static AreaFrame load(StoreSession session, Extent extent, Geography geography) {
        return new AreaFrame(
                extent,
                geography,
                session.areas().listNames(extent.name(), geography),
                session.areas().listParents(extent.name(), geography, Level.LAD),
                session.areas().contentHash(extent.name(), geography),
                session.areas().listExtents().size() > 1);
    }

    /** The district's code, or empty where no lookup says. */
    String districtOf(AreaCode code) {
        AreaParent district = districts.get(code);
        return district == null ? "" : district.parent().code().value();
    }

    /** The district's name, or empty where no lookup says. */
    String districtNameOf(AreaCode code) {
        AreaParent district = districts.get(code);
        return district == null ? "" : district.parentName();
    }

    /** The layer id of a key in this extent. */
    LayerId layerId(String key) {
        return new LayerId(extentInIds ? key + "@" + extent.name() : key);
    }
}
