package org.needscape.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.needscape.disclosure.SafeGroups.Group;
import org.needscape.disclosure.SafeGroups.Part;

class SafeGroupsTest {

    private static final SafeGroups GROUPS = new SafeGroups(DisclosurePolicy.DEFAULT);

    @Test
    void groupsThatGiveNothingAwayStayAsTheyAre() {
        List<Group> groups = List.of(group(1, 40, 3, 9), group(2, 20, 0, 0), group(3, 0, 0, 0));

        assertEquals(groups, GROUPS.merge(groups));
    }

    @Test
    void totalOfOneToFiveIsMergedWithTheNextGroup() {
        List<Group> merged = GROUPS.merge(List.of(group(1, 4, 0, 0), group(2, 20, 0, 0), group(3, 30, 0, 0)));

        assertEquals(List.of("1 to 2", "3"), merged.stream().map(Group::label).toList());
        assertEquals(24, merged.get(0).places().get(0).count());
    }

    @Test
    void loneHiddenPartIsNotGivenAwayByItsTotal() {
        // 12 shown beside it in group 3: 15 - 12 would be the hidden 3.
        List<Group> merged = GROUPS.merge(List.of(group(1, 50, 4, 12), group(2, 20, 3, 9), group(3, 15, 1, 3)));

        assertEquals(List.of("1", "2 to 3"), merged.stream().map(Group::label).toList());
    }

    @Test
    void nothingIsShownWhenEvenTheWholeGivesAPartAway() {
        assertEquals(List.of(), GROUPS.merge(List.of(group(1, 10, 1, 2), group(2, 7, 0, 0))));
    }

    @Test
    void groupIsMergedForEveryPlaceWhereItGivesOneAway() {
        Part large = new Part(40, 0, 0);

        List<Group> merged = GROUPS.merge(List.of(
                new Group(1, 1, List.of(large, large)),
                new Group(2, 2, List.of(large, new Part(3, 0, 0))),
                new Group(3, 3, List.of(large, large))));

        assertEquals(List.of("1", "2 to 3"), merged.stream().map(Group::label).toList());
        assertEquals(43, merged.get(1).places().get(1).count());
    }

    @Property(tries = 300, seed = "20")
    void everyMergedGroupIsSafeAndNothingIsLost(@ForAll("counts") List<int[]> partsOfGroups) {
        List<Group> groups = new ArrayList<>();
        double total = 0;
        for (int[] parts : partsOfGroups) {
            double count = 0;
            int hidden = 0;
            double hiddenCount = 0;
            for (int part : parts) {
                count += part;
                if (DisclosurePolicy.DEFAULT.hides(part)) {
                    hidden++;
                    hiddenCount += part;
                }
            }
            total += count;
            groups.add(group(groups.size() + 1, count, hidden, hiddenCount));
        }

        List<Group> merged = GROUPS.merge(groups);

        double sum = 0;
        for (Group group : merged) {
            Part part = group.places().get(0);
            assertTrue(part.count() == 0 || part.count() > 5, group.toString());
            assertTrue(part.hiddenParts() != 1, group.toString());
            assertTrue(part.hiddenParts() == 0 || part.hiddenCount() > 5, group.toString());
            sum += part.count();
        }
        assertTrue(merged.isEmpty() || sum == total);
    }

    @Provide
    Arbitrary<List<int[]>> counts() {
        return Arbitraries.integers()
                .between(0, 9)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    private static Group group(int number, double count, int hiddenParts, double hiddenCount) {
        return new Group(number, number, List.of(new Part(count, hiddenParts, hiddenCount)));
    }
}
