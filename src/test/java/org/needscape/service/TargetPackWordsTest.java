package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

/** A board pack says of chances and numbers what the page of target areas says. */
class TargetPackWordsTest {

    @Test
    void chanceIsOfAHundredAndNeverRoundedToCertainty() {
        assertEquals("56 in 100", TargetPackWords.chance(json(0.56)));
        assertEquals("0 in 100", TargetPackWords.chance(json(0)));
        assertEquals("100 in 100", TargetPackWords.chance(json(1)));
        assertEquals("below 1 in 100", TargetPackWords.chance(json(0.0049)));
        assertEquals("1 in 100", TargetPackWords.chance(json(0.005)));
        assertEquals("99 in 100", TargetPackWords.chance(json(0.9949)));
        assertEquals("above 99 in 100", TargetPackWords.chance(json(0.995)));
        assertEquals("not known", TargetPackWords.chance(JsonNodeFactory.instance.nullNode()));
    }

    @Test
    void childrenAreWholeAndWhereThereIsNoNumberThereIsNoZero() {
        assertEquals("1,115", TargetPackWords.children(json(1114.7)));
        assertEquals("not available", TargetPackWords.children(JsonNodeFactory.instance.nullNode()));
    }

    @Test
    void numbersAndSharesHaveOneDecimalAtMost() {
        assertEquals("1,234", TargetPackWords.number(json(1234)));
        assertEquals("2.6", TargetPackWords.number(json(2.63)));
        assertEquals("not known", TargetPackWords.number(JsonNodeFactory.instance.missingNode()));
        assertEquals("7.9 %", TargetPackWords.share(json(0.0793)));
        assertEquals("not given", TargetPackWords.share(JsonNodeFactory.instance.nullNode()));
    }

    private static JsonNode json(double number) {
        return JsonNodeFactory.instance.numberNode(number);
    }
}
