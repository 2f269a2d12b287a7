package org.needscape.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.indicator.Value;
import org.needscape.need.Gradient;
import org.needscape.need.GradientArea;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GradientChartTest {

    private static final String RATE = "Rate per 10,000 children aged 0 to 17";
    private static final double[] POPULATIONS = {9200, 9800, 10100, 10500, 11200, 11800, 12300, 12900, 13500, 13700};

    @Test
    void barsStandOnTheAxisInProportionToTheirRates() throws Exception {
        Document chart =
                parse(GradientChart.svg("Looked after", RATE, gradient(170, 128, 104, 83, 71, 60, 47, 38, 30, 22)));
        List<Element> bars = withAttribute(chart, "rect", "fill", "#0a6c74");
        // Ten bars and the key.
        assertEquals(11, bars.size());
        double first = Double.parseDouble(bars.get(0).getAttribute("height"));
        double last = Double.parseDouble(bars.get(9).getAttribute("height"));
        // Rates 184.7826 and 16.0584; heights are written with two decimals.
        assertEquals(184.7826 / 16.0584, first / last, 0.02);
        assertEquals(1, withAttribute(chart, "polyline", "stroke", "#b3541e").size());
    }

    @Test
    void readersWhoDoNotSeeItGetTitleAndNumbers() throws Exception {
        Document chart =
                parse(GradientChart.svg("Looked after", RATE, gradient(170, 128, 104, 83, 71, 60, 47, 38, 30, 22)));

        assertEquals("img", chart.getDocumentElement().getAttribute("role"));
        assertEquals("Looked after", chart.getElementsByTagName("title").item(0).getTextContent());
        String words = chart.getElementsByTagName("desc").item(0).getTextContent();
        assertTrue(words.contains("Decile 1: 184.8 (158.0 to 214.7)."), words);
        assertTrue(words.endsWith("is 13.4 times that at the least deprived end."), words);
        assertTrue(chart.getDocumentElement().getTextContent().contains("1 = most deprived tenth"));
    }

    @Test
    void hiddenDecileIsHatchedAndNamed() throws Exception {
        List<GradientArea> areas = new ArrayList<>(areas(170, 128, 104, 83, 71, 60, 47, 38, 30, 22));
        areas.add(new GradientArea(10, Value.known(100), Value.suppressed()));
        String svg = GradientChart.svg("Looked after", RATE, Gradient.of(areas, 6));

        assertEquals(9 + 1, withAttribute(parse(svg), "rect", "fill", "#0a6c74").size());
        assertTrue(svg.contains(">hidden</text>"));
        assertTrue(svg.contains("Decile 10: hidden to protect children."));
    }

    @Test
    void decilesTakenTogetherShareAWideBar() throws Exception {
        String svg = GradientChart.svg("Looked after", RATE, gradient(170, 128, 104, 83, 71, 60, 47, 38, 30, 2));

        assertTrue(svg.contains(">9\u201310</text>"));
        List<Element> bars = withAttribute(parse(svg), "rect", "fill", "#0a6c74");
        assertTrue(Double.parseDouble(bars.get(8).getAttribute("width"))
                > 2 * Double.parseDouble(bars.get(7).getAttribute("width")));
    }

    @Test
    void markingStandsUnderTheChartInLinesThatFitAndInItsDescription() throws Exception {
        Gradient gradient = gradient(170, 128, 104, 83, 71, 60, 47, 38, 30, 22);
        String marking = "Official: for the partners of this county. Approved for release by A. Lead.";
        Document chart = parse(GradientChart.svg("Looked after", RATE, gradient, marking));

        List<Element> texts = withAttribute(chart, "text", "font-size", "12");
        assertEquals(
                List.of("Official: for the partners of this county.", "Approved for release by A. Lead."),
                texts.stream().map(Element::getTextContent).toList());
        assertEquals("0 0 360 332", chart.getDocumentElement().getAttribute("viewBox"));
        assertTrue(Double.parseDouble(texts.get(1).getAttribute("y")) < 332);
        assertTrue(chart.getElementsByTagName("desc").item(0).getTextContent().endsWith(" " + marking));
        assertEquals(
                GradientChart.svg("Looked after", RATE, gradient),
                GradientChart.svg("Looked after", RATE, gradient, ""));
    }

    @Test
    void textIsEscapedAndNothingNeedsAStyle() throws Exception {
        String svg = GradientChart.svg("<script>&\"'\u0001", "<b>", gradient(1, 0, 0, 0, 0, 0, 0, 0, 0, 0));

        assertEquals(
                "<script>&\"'", parse(svg).getElementsByTagName("title").item(0).getTextContent());
        assertFalse(svg.contains("<script"));
        assertFalse(svg.contains("style"));
        assertFalse(svg.contains("NaN"));
    }

    @ParameterizedTest
    @CsvSource({"214.7, 250, 50", "12, 12.5, 2.5", "5, 5, 1", "0.3, 0.3, 0.1", "0, 1, 0.2", "1001, 1250, 250"})
    void axisEndsAtARoundNumber(double rate, double highest, double step) {
        RateAxis axis = RateAxis.covering(rate, 0, 100);

        assertEquals(highest, axis.highest(), 1e-9);
        assertEquals(step, axis.step(), 1e-9);
        assertEquals(100, axis.pixel(0));
        assertEquals(0, axis.pixel(highest), 1e-9);
    }

    private static Gradient gradient(long... counts) {
        return Gradient.of(areas(counts), 6);
    }

    private static List<GradientArea> areas(long... counts) {
        List<GradientArea> areas = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            areas.add(new GradientArea(k + 1, Value.known(POPULATIONS[k]), Value.known(counts[k])));
        }
        return areas;
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> withAttribute(Document chart, String name, String attribute, String value) {
        List<Element> found = new ArrayList<>();
        NodeList all = chart.getElementsByTagName(name);
        for (int k = 0; k < all.getLength(); k++) {
            Element element = (Element) all.item(k);
            if (element.getAttribute(attribute).equals(value)) {
                found.add(element);
            }
        }
        return found;
    }
}
