package org.needscape.service;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.AreaParent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.store.AreaStore;

/** What a lookup changes about the lookups that the store has already. */
final class ParentChanges {

    /** Child and parent geography. */
    private record Pair(Geography child, Geography parent) {}

    private ParentChanges() {}

    /**
     * One sentence on how many areas a lookup puts into another larger area than the store does; empty when it moves none. Only the
     * latest year of each level is compared: it is the one that anything is drawn from.
     *
     * @param store before the lookup is saved
     * @param extents whose areas the lookup may be about
     */
    static Optional<String> describe(AreaStore store, Set<ExtentName> extents, Collection<AreaParent> lookup) {
        Map<Pair, List<AreaParent>> lines = lookup.stream()
                .collect(Collectors.groupingBy(
                        line -> new Pair(line.child().geography(), line.parent().geography())));
        Set<AreaId> moved = new HashSet<>();
        lines.forEach((pair, found) -> {
            for (ExtentName extent : extents) {
                Map<AreaCode, AreaParent> before =
                        store.listParents(extent, pair.child(), pair.parent().level());
                found.stream()
                        .filter(line -> isMoved(before.get(line.child().code()), line))
                        .map(AreaParent::child)
                        .forEach(moved::add);
            }
        });
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                moved.size() == 1
                        ? "1 area has another parent now than before."
                        : moved.size() + " areas have another parent now than before.");
    }

    private static boolean isMoved(@Nullable AreaParent before, AreaParent now) {
        return before != null
                && before.parent().geography().equals(now.parent().geography())
                && !before.parent().equals(now.parent());
    }
}
