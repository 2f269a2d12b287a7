package org.needscape.service;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaParent;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.store.StoreSession;

/** Gives extents the name of their county once a lookup tells it. */
final class ExtentTitles {

    private final StoreSession session;

    ExtentTitles(StoreSession session) {
        this.session = session;
    }

    /** A title made of the extent's name: {@code east-anglia} becomes "East anglia". */
    static String fromName(ExtentName name) {
        if (name.equals(ExtentName.LOADED)) {
            return "All areas loaded";
        }
        String words = name.value().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    void refresh(Collection<ExtentName> extents) {
        for (ExtentName name : extents) {
            session.areas().findExtent(name).ifPresent(this::refresh);
        }
    }

    private void refresh(Extent extent) {
        for (Geography geography : session.areas().listGeographies(extent.name())) {
            if (geography.level() == Level.LSOA) {
                Map<AreaCode, AreaParent> counties = session.areas().listParents(extent.name(), geography, Level.CTYUA);
                Set<String> names = new TreeSet<>();
                counties.values().forEach(county -> names.add(county.parentName()));
                if (!names.isEmpty() && names.size() <= 3) {
                    String title = String.join(" and ", names) + (extent.fictional() ? " (fictional)" : "");
                    session.areas().saveExtent(new Extent(extent.name(), title, extent.fictional()));
                }
            }
        }
    }
}
