package org.needscape.targeting.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.spatial.Neighbours;
import org.needscape.targeting.AreaReason;
import org.needscape.targeting.AreaReason.Reason;
import org.needscape.targeting.Candidate;
import org.needscape.targeting.Resource;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;

/** Six areas in a row, named by their place: need 9, 1, 8, 2, 7, 10; each costs 1 pound, the last one 4. Sums are done by hand. */
class WhyInOrOutTest {

    private static AreaReason why(int area, TargetConstraints constraints, int... chosen) {
        double[] needs = {9, 1, 8, 2, 7, 10};
        List<Candidate> areas = new ArrayList<>();
        for (int k = 0; k < needs.length; k++) {
            Map<Resource, Double> cost = Map.of(Resource.MONEY, k == 5 ? 4.0 : 1.0);
            areas.add(Candidate.of(SmallQuestions.code(k), new AreaCode("D"), needs[k], cost));
        }
        Neighbours row = Neighbours.ofLists(new int[][] {{1}, {0, 2}, {1, 3}, {2, 4}, {3, 5}, {4}});
        return WhyInOrOut.reasons(new TargetQuestion(areas, row, constraints), codes(chosen))
                .get(area);
    }

    private static List<AreaCode> codes(int... areas) {
        return IntStream.of(areas).mapToObj(SmallQuestions::code).toList();
    }

    private static TargetConstraints pounds(double most) {
        return TargetConstraints.NONE.withLimit(Resource.MONEY, most);
    }

    /** In one piece only the first can go for the fourth to come: 9 lost, 2 won. */
    @Test
    void anAreaIsOutWhereItWouldDisplaceOneThatReachesMore() {
        AreaReason reason = why(3, pounds(3).withPieces(1, 1), 0, 1, 2);

        assertEquals(Reason.DISPLACES_OTHERS, reason.reason());
        assertEquals(codes(0), reason.displaced());
        assertEquals(7, reason.needLost());
        assertEquals(
                "Out because it would take the place of area E01000100, and the need reached would fall by 7.",
                reason.sentence());
    }

    /** Five pounds, four of them spent: the last area costs four, so that the three of least need go, 8 + 7 + 2 for 10. */
    @Test
    void anAreaMayDisplaceSeveral() {
        AreaReason reason = why(5, pounds(5), 0, 2, 3, 4);

        assertEquals(codes(2, 3, 4), reason.displaced());
        assertEquals(7, reason.needLost());
        assertEquals(
                "Out because it would take the place of areas E01000102, E01000103 and E01000104, and the need reached"
                        + " would fall by 7.",
                reason.sentence());
    }

    /** The board left 9 out for 2. */
    @Test
    void anAreaThatIsOutThoughItReachesMoreIsSaidToBe() {
        AreaReason reason = why(0, pounds(3), 2, 3, 4);

        assertEquals(Reason.BETTER_THAN_OTHERS, reason.reason());
        assertEquals(codes(3), reason.displaced());
        assertEquals(-7, reason.needLost());
        assertEquals(
                "Out, though it would take the place of area E01000103, and the need reached would rise by 7.",
                reason.sentence());
    }

    @Test
    void anAreaThatIsOutThoughItFitsIsSaidToBe() {
        assertEquals(Reason.FITS_BESIDE_THE_OTHERS, why(3, pounds(3), 0, 2).reason());
    }

    /** The fifth area touches none of the three, so that whichever goes the rest falls into two pieces. */
    @Test
    void anAreaIsOutWhereTooLittleIsLeftAndNoOtherCanGoForIt() {
        AreaReason reason = why(4, pounds(3).withPieces(1, 1), 0, 1, 2);

        assertEquals(Reason.NOT_WITHIN_LIMITS, reason.reason());
        assertEquals("Out because its cost (£1) is more than what is left of the budget (£0).", reason.sentence());
    }

    @Test
    void anAreaThatCostsMoreThanThereIsIsOutForThat() {
        assertEquals(
                "Out because its cost (£4) is more than the whole budget (£3).",
                why(5, pounds(3), 0, 2, 4).sentence());
    }

    @Test
    void anAreaThatTouchesNoneOfThoseThatMustHangTogetherIsOutForThat() {
        assertEquals(
                Reason.NOT_BESIDE_THE_OTHERS,
                why(4, pounds(9).withPieces(1, 1), 0, 1, 2).reason());
    }

    /** Without the second area the first and the third lie apart; without the third the first two still hang together. */
    @Test
    void anAreaJoinsOthersOnlyWhereTheyFallApartWithoutIt() {
        TargetConstraints threeInOnePiece = pounds(3).withPieces(1, 3);

        AreaReason joins = why(1, threeInOnePiece, 0, 1, 2);
        AreaReason fills = why(2, threeInOnePiece, 0, 1, 2);

        assertEquals(Reason.JOINS_OTHERS, joins.reason());
        assertEquals(Reason.FILLS_PIECE, fills.reason());
        assertEquals("In because the areas it hangs together with would be fewer than 3 without it.", fills.sentence());
    }
}
