package org.needscape.protection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What was shown of a measure before: for each count its number, or that it was hidden. Whoever kept an earlier page still has it,
 * so it counts among what is published.
 */
final class Released {

    private static final String HIDDEN = "c";

    private final String rule;
    private final Map<String, OptionalLong> figures;

    private Released(String rule, Map<String, OptionalLong> figures) {
        this.rule = rule;
        this.figures = figures;
    }

    static Released nothing() {
        return new Released("", new HashMap<>());
    }

    /** @param rule the policy in force; under another one everything was decided anew */
    static Released of(String rule) {
        return new Released(rule, new HashMap<>());
    }

    static Released parse(String text) {
        List<String> lines = text.lines().toList();
        Map<String, OptionalLong> figures = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            int at = line.lastIndexOf('=');
            String shown = line.substring(at + 1);
            figures.put(
                    line.substring(0, at),
                    shown.equals(HIDDEN) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(shown)));
        }
        return new Released(lines.isEmpty() ? "" : lines.get(0), figures);
    }

    String text() {
        StringBuilder text = new StringBuilder(rule);
        new TreeMap<>(figures).forEach((key, shown) -> text.append('\n')
                .append(key)
                .append('=')
                .append(shown.isEmpty() ? HIDDEN : Long.toString(shown.getAsLong())));
        return text.toString();
    }

    void add(CellKey key, OptionalLong shown) {
        figures.put(key.text(), shown);
    }

    /** What is remembered of another release of the same figures; hidden wins. */
    void addAll(Released other) {
        if (other.rule.equals(rule)) {
            other.figures.forEach((key, shown) -> figures.merge(key, shown, (one, two) -> one.isEmpty() ? one : two));
        }
    }

    /** The same with the figures of another release that are not among these. */
    Released withMissing(Released other) {
        Released all = new Released(rule, new HashMap<>(figures));
        other.figures.forEach(all.figures::putIfAbsent);
        return all;
    }

    /** What was shown; empty when the count was never released. */
    Optional<OptionalLong> find(CellKey key) {
        return Optional.ofNullable(figures.get(key.text()));
    }

    boolean isEmpty() {
        return figures.isEmpty();
    }
}
