package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the decision log says of weights of one's own; the proportions are worked out by hand as 1 to the mean weight. */
class HotspotNeighbourLogTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0.000001  | are 0.000001 on average.  | its own value counts 1,000,000 times as much as a neighbour's:
                    0.1666667 | are 0.17 on average.      | its own value counts 6 times as much as a neighbour's:
                    0.5       | are 0.5 on average.       | its own value counts 2 times as much as a neighbour's:
                    2         | are 2 on average.         | a neighbour's value counts 2 times as much as its own:
                    123.4     | are 120 on average.       | a neighbour's value counts 120 times as much as its own:
                    1000000   | are 1,000,000 on average. | a neighbour's value counts 1,000,000 times as much as its own:
                    """)
    void weightsFarFromOneAreSaidToMoveTheBalanceOfGiStar(double mean, String weights, String balance) {
        assertEquals(
                Optional.of("The weights of the file " + weights
                        + " In Gi* an area itself has the weight 1, so " + balance
                        + " other weights of the same proportions would find other hotspots. Weights whose mean is about 1 keep the two"
                        + " alike."),
                HotspotNeighbourLog.ownWeight(mean));
    }

    @Test
    void weightsNearOneNeedNoWord() {
        assertEquals(Optional.empty(), HotspotNeighbourLog.ownWeight(0.51));
        assertEquals(Optional.empty(), HotspotNeighbourLog.ownWeight(1));
        assertEquals(Optional.empty(), HotspotNeighbourLog.ownWeight(1.99));
    }
}
