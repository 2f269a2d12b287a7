package org.needscape.service;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.store.StoreSession;

/** Names extents after their districts, where these are few, or their counties, once a lookup tells them. */
final class ExtentTitles {

    private static final int MOST_NAMED = 3;

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
                // A few districts are named themselves: their county would claim more than is there.
                Set<String> names = namesOf(extent, geography, Level.LAD);
                if (names.size() > MOST_NAMED) {
                    names = namesOf(extent, geography, Level.CTYUA);
                }
                if (!names.isEmpty() && names.size() <= MOST_NAMED) {
                    String title = inWords(List.copyOf(names)) + (extent.fictional() ? " (fictional)" : "");
                    session.areas().saveExtent(new Extent(extent.name(), title, extent.fictional()));
                }
            }
        }
    }

    private Set<String> namesOf(Extent extent, Geography geography, Level level) {
        Set<String> names = new TreeSet<>();
        session.areas()
                .listParents(extent.name(), geography, level)
                .values()
                .forEach(parent -> names.add(parent.parentName()));
        return names;
    }

    private static String inWords(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
