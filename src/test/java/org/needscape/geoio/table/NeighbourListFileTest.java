package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.area.AreaCode;
import org.needscape.geoio.table.NeighbourListFile.ListedLink;
import org.needscape.report.UnreadableFileException;

class NeighbourListFileTest {

    private static final AreaCode A = new AreaCode("E01000001");
    private static final AreaCode B = new AreaCode("E01000002");

    @Test
    void linksHaveTheirRowAndWeightAndTheOneDirectionThatIsGiven() {
        List<ListedLink> links = NeighbourListFile.parse(
                        "\uFEFFid, neighbour ,weight,road\nE01000001,E01000002,0.5,A34\r\nE01000002, E01000001 ,2,\n")
                .links();

        assertEquals(List.of(new ListedLink(2, A, B, 0.5), new ListedLink(3, B, A, 2)), links);
    }

    @Test
    void linksWithoutWeightsWeighOne() {
        assertEquals(
                List.of(new ListedLink(2, A, B, 1)),
                NeighbourListFile.parse("neighbour,id\nE01000002,E01000001\n").links());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                    | The list is empty
                    id,neighbour                          | The list is empty
                    id,other/A,B                          | has no column neighbour
                    id,id,neighbour/A,A,B                 | two columns
                    id,neighbour/A                        | Row 2: 1 cells under 2 column names
                    id,neighbour/A,A                      | Row 2: A is no neighbour of itself
                    id,neighbour/A,B/B,A/A,B              | Row 4: that B is a neighbour of A stood in an earlier row already
                    id,neighbour/A,<b>                    | Row 2, column neighbour: “<b>” is no area code
                    id,neighbour,weight/A,B,1/A,C,NaN     | Row 3, column weight: “NaN” is no weight
                    id,neighbour,weight/A,B,Infinity      | Row 2, column weight: “Infinity”
                    id,neighbour,weight/A,B,-1            | Row 2, column weight: “-1”
                    id,neighbour,weight/A,B,0             | Row 2, column weight: “0”
                    id,neighbour,weight/A,B,0.0000009     | give a number from 0.000001 to 1000000
                    id,neighbour,weight/A,B,1000001       | give a number from 0.000001 to 1000000
                    id,neighbour,weight/A,B,              | Row 2, column weight: “”
                    id,neighbour/"A,B                     | cannot be read as CSV
                    """)
    void whatCannotBeUsedIsNamedWithItsRow(String text, String sentence) {
        String problem = assertThrows(
                        UnreadableFileException.class, () -> NeighbourListFile.parse(text.replace('/', '\n')))
                .getMessage();

        assertTrue(problem.contains(sentence), problem);
    }

    @ParameterizedTest
    @CsvSource({"0.000001, 0.000001", "1000000, 1000000", "1e-3, 0.001", ".5, 0.5"})
    void leastAndLargestWeightPass(String text, double weight) {
        assertEquals(
                weight,
                NeighbourListFile.parse("id,neighbour,weight\nA,B," + text)
                        .links()
                        .get(0)
                        .weight());
    }
}
