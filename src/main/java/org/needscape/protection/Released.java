package org.needscape.protection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Period;

/**
 * What was ever shown of a measure: for each count every number that it had, and whether it is hidden under the rule in force.
 * Whoever kept an earlier page still has it, so it counts among what is published, whatever has become of it since: corrected,
 * withdrawn, or decided anew under another rule.
 */
final class Released {

    private static final String HIDDEN = "c";
    private static final String SEPARATOR = " ";

    /** What the line of a set of areas begins with; no name of a count does. */
    private static final String SET = "@";

    private final String rule;
    private final Map<String, Figure> figures;
    private final Map<String, List<AreaCode>> sets = new TreeMap<>();

    /** What was shown of one count: whether it is hidden under the rule, and its numbers in the order in which they were shown. */
    private record Figure(boolean hidden, List<Long> numbers) {

        Figure {
            numbers = List.copyOf(numbers);
        }

        static Figure parse(String text) {
            boolean hidden = false;
            List<Long> numbers = new ArrayList<>();
            for (String word : text.split(SEPARATOR, -1)) {
                if (word.equals(HIDDEN)) {
                    hidden = true;
                } else {
                    numbers.add(Long.valueOf(word));
                }
            }
            return new Figure(hidden, numbers);
        }

        Figure and(Figure later) {
            List<Long> all = new ArrayList<>(numbers);
            later.numbers.stream().filter(number -> !numbers.contains(number)).forEach(all::add);
            return new Figure(hidden || later.hidden, all);
        }

        Figure underAnotherRule() {
            return new Figure(false, numbers);
        }

        String text() {
            List<String> words = new ArrayList<>();
            if (hidden) {
                words.add(HIDDEN);
            }
            numbers.forEach(number -> words.add(Long.toString(number)));
            return String.join(SEPARATOR, words);
        }
    }

    private Released(String rule, Map<String, Figure> figures) {
        this.rule = rule;
        this.figures = new TreeMap<>(figures);
    }

    static Released nothing() {
        return of("");
    }

    /** @param rule the policy in force; under another one it is decided anew what is hidden, but what was shown stays known */
    static Released of(String rule) {
        return new Released(rule, Map.of());
    }

    static Released parse(String text) {
        List<String> lines = text.lines().toList();
        Released released = of(lines.isEmpty() ? "" : lines.get(0));
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            int at = line.lastIndexOf('=');
            String name = line.substring(0, at);
            String content = line.substring(at + 1);
            if (name.startsWith(SET)) {
                released.sets.put(
                        name.substring(SET.length()),
                        Arrays.stream(content.split(SEPARATOR, -1))
                                .map(AreaCode::new)
                                .toList());
            } else {
                released.figures.put(name, Figure.parse(content));
            }
        }
        return released;
    }

    /** Line by line, for {@link #parse}. */
    String text() {
        StringBuilder text = new StringBuilder(rule);
        figures.forEach((key, figure) -> line(text, key, figure.text()));
        sets.forEach((name, codes) -> line(
                text,
                SET + name,
                String.join(SEPARATOR, codes.stream().map(AreaCode::value).toList())));
        return text.toString();
    }

    /** Adds that a count is shown as this number, or hidden. */
    void add(CellKey key, OptionalLong shown) {
        add(key.text(), new Figure(shown.isEmpty(), shown.stream().boxed().toList()));
    }

    /** Adds which areas a sum has, so that it can be made again when its place has others. */
    void addAreas(CellKey key, Collection<AreaCode> codes) {
        sets.computeIfAbsent(key.areas(), ignored -> codes.stream().sorted().toList());
    }

    /** Adds what is remembered elsewhere; what was hidden there stays so if that was under the same rule. */
    void addAll(Released other) {
        boolean sameRule = other.rule.equals(rule);
        other.figures.forEach((key, figure) -> add(key, sameRule ? figure : figure.underAnotherRule()));
        other.sets.forEach(sets::putIfAbsent);
    }

    /** All this, and then what is shown now, under the rule of now. */
    Released then(Released now) {
        Released all = of(now.rule);
        all.addAll(this);
        all.addAll(now);
        return all;
    }

    /** Whether a count was hidden under the rule in force. */
    boolean wasHidden(CellKey key) {
        return figure(key).hidden();
    }

    /** Every number that was ever shown of a count, in order. */
    List<Long> numbers(CellKey key) {
        return figure(key).numbers();
    }

    /** The sums that were shown or hidden in a period and whose areas are remembered, with their areas. */
    Map<CellKey, List<AreaCode>> sums(Period period) {
        Map<CellKey, List<AreaCode>> sums = new LinkedHashMap<>();
        figures.keySet().stream()
                .flatMap(text -> CellKey.parse(text, period).stream())
                .filter(key -> key.kind() != CellKey.Kind.CATEGORY)
                .filter(key -> sets.containsKey(key.areas()))
                .forEach(key -> sums.put(key, sets.getOrDefault(key.areas(), List.of())));
        return sums;
    }

    private static void line(StringBuilder text, String name, String content) {
        text.append('\n').append(name).append('=').append(content);
    }

    private void add(String key, Figure figure) {
        if (figure.hidden() || !figure.numbers().isEmpty()) {
            figures.merge(key, figure, Figure::and);
        }
    }

    private Figure figure(CellKey key) {
        return figures.getOrDefault(key.text(), new Figure(false, List.of()));
    }
}
