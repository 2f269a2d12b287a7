package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.service.RejectedException.Violation;

/** Two areas with 300 and 200 children, and one of which nobody knows how many live there. */
class TargetBudgetTest {

    private static final AreaCode FIRST = new AreaCode("E01999001");
    private static final AreaCode SECOND = new AreaCode("E01999002");
    private static final AreaCode UNKNOWN = new AreaCode("E01999003");
    private static final Map<AreaCode, Value> CHILDREN = Map.of(FIRST, Value.known(300), SECOND, Value.known(200));

    /** 2 areas at 1,000 and 500 children at 10 are 7,000. */
    @Test
    void costsByAreaAndByChildAddUpAndStandBesideTheLimit() {
        JsonNode money = only(
                "{'costs':{'money':{'perArea':1000,'perChild':10}},'limits':{'money':8000}}", List.of(FIRST, SECOND));

        assertEquals("money", money.required("resource").textValue());
        assertEquals(7000, money.required("cost").doubleValue());
        assertEquals(8000, money.required("limit").doubleValue());
        assertEquals(1000, money.required("left").doubleValue());
        assertTrue(money.required("within").booleanValue());
    }

    /** The first takes 9,000 itself, the second 1,000 + 200 x 10 = 3,000. */
    @Test
    void ownCostTakesThePlaceOfTheRule() {
        JsonNode money = only(
                "{'costs':{'money':{'perArea':1000,'perChild':10}},'areaCosts':[{'code':'E01999001','money':9000}],"
                        + "'limits':{'money':8000}}",
                List.of(FIRST, SECOND));

        assertEquals(12000, money.required("cost").doubleValue());
        assertEquals(-4000, money.required("left").doubleValue());
        assertFalse(money.required("within").booleanValue());
    }

    @Test
    void limitThatIsNoNumberIsSaidOnceAndOneThatIsNullIsNone() {
        for (String limit : List.of("-1", "1e999", "'5'", "true")) {
            RejectedException refused = assertThrows(
                    RejectedException.class, () -> tallies("{'limits':{'money':" + limit + "}}", List.of(FIRST)));
            assertEquals(
                    List.of("Give a number above 0 and up to 1,000,000,000,000."),
                    refused.violations().stream().map(Violation::message).toList(),
                    limit);
        }
        assertEquals(
                0,
                tallies("{'limits':{'money':null}}", List.of(FIRST))
                        .required("budget")
                        .size());
    }

    @Test
    void placesAreTakenByAreaAndChildrenAreCounted() {
        ObjectNode tallies = tallies(
                "{'costs':{'caseload':{'perChild':0.02}},'limits':{'caseload':10,'children':400}}",
                List.of(FIRST, SECOND));

        assertEquals(List.of("caseload", "children"), tallies.required("budget").findValuesAsText("resource"));
        assertEquals(List.of("Caseload", "Children"), tallies.required("budget").findValuesAsText("title"));
        assertEquals(10, tallies.at("/budget/0/cost").doubleValue());
        assertTrue(tallies.at("/budget/0/within").booleanValue());
        assertEquals(500, tallies.at("/budget/1/cost").doubleValue());
        assertFalse(tallies.at("/budget/1/within").booleanValue());
    }

    @Test
    void whatIsNotKnownHasAReasonAndNoNumber() {
        JsonNode byChild = only("{'costs':{'money':{'perChild':10}}}", List.of(FIRST, UNKNOWN));
        assertTrue(byChild.required("cost").isNull());
        assertTrue(byChild.required("within").isNull());
        assertEquals(
                "The number of children of E01999003 is not known: give what these areas take themselves.",
                byChild.required("reason").textValue());

        JsonNode byArea = only("{'costs':{'money':{'perArea':10}}}", List.of(FIRST, UNKNOWN));
        assertEquals(20, byArea.required("cost").doubleValue());

        JsonNode unpriced = only("{'limits':{'money':10}}", List.of(FIRST));
        assertEquals(
                "Nobody said what an area takes: give a cost for each area or each child.",
                unpriced.required("reason").textValue());
    }

    @Test
    void nothingChosenTakesNothing() {
        JsonNode money = only("{'costs':{'money':{'perArea':10}},'limits':{'money':10}}", List.of());

        assertEquals(0, money.required("cost").doubleValue());
        assertTrue(money.required("within").booleanValue());
    }

    @Test
    void withoutCostsAndLimitsThereIsNoBudget() {
        assertEquals(0, tallies("{}", List.of(FIRST)).required("budget").size());
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        assertEquals(
                Set.of(
                        "limits.money",
                        "limits.caseload",
                        "limits.staff",
                        "costs.children",
                        "costs.money.perArea",
                        "costs.money.perHead",
                        "areaCosts[0].code",
                        "areaCosts[1].money"),
                wrong("{'limits':{'money':0,'caseload':-1,'staff':4},'costs':{'children':{},"
                        + "'money':{'perArea':1e300,'perHead':1}},"
                        + "'areaCosts':[{'code':7},{'code':'E01999001','money':'much'}]}"));
        assertEquals(Set.of("limits", "costs", "areaCosts"), wrong("{'limits':3,'costs':[],'areaCosts':{}}"));
    }

    @Test
    void budgetOfZeroSaysWhatToDo() {
        RejectedException refused = assertThrows(
                RejectedException.class, () -> TargetBudget.read(DecisionJson.object("{\"limits\":{\"children\":0}}")));

        assertEquals(
                "A budget of 0 reaches nothing: give more, or leave this limit out.",
                refused.violations().get(0).message());
    }

    private static JsonNode only(String question, List<AreaCode> chosen) {
        JsonNode budget = tallies(question, chosen).required("budget");
        assertEquals(1, budget.size(), budget::toString);
        return budget.get(0);
    }

    private static ObjectNode tallies(String question, List<AreaCode> chosen) {
        ObjectNode tallies = JsonNodeFactory.instance.objectNode();
        TargetBudget.read(DecisionJson.object(question.replace('\'', '"'))).put(tallies, chosen, CHILDREN);
        return tallies;
    }

    private static Set<String> wrong(String question) {
        RejectedException refused = assertThrows(
                RejectedException.class, () -> TargetBudget.read(DecisionJson.object(question.replace('\'', '"'))));
        return refused.violations().stream().map(Violation::field).collect(Collectors.toSet());
    }
}
