package org.needscape.authority;

import java.util.List;
import java.util.Optional;
import org.needscape.area.AreaCode;

/**
 * A change of the register of councils with duties for children.
 *
 * <p>Source: Office for National Statistics, Register of Geographic Codes and Code History Database; the orders of Parliament that made
 * the councils.
 *
 * @param before the codes until then
 * @param after the codes since then
 * @param year in which it came into force, on 1 April
 * @param what became of the place
 * @param sentence for people
 */
public record Reorganisation(List<AreaCode> before, List<AreaCode> after, int year, Kind what, String sentence) {

    /** What became of the place. */
    public enum Kind {
        /** The same place, or but for a few houses, under a new code: its series goes on. */
        SAME_PLACE,
        /** One council in the place of one, with other borders: its series goes on with a break. */
        CHANGED_PLACE,
        /** Councils that became others: their series end and others begin. */
        OTHER_PLACES
    }

    private static final List<Reorganisation> ALL = List.of(
            same("E06000048", "E06000057", 2013, "Northumberland got a new code in 2013."),
            same("E08000020", "E08000037", 2013, "Gateshead got a new code in 2013."),
            same("E10000002", "E06000060", 2020, "Buckinghamshire became a unitary authority in 2020."),
            same("E10000023", "E06000065", 2023, "North Yorkshire became a unitary authority in 2023."),
            same("E10000027", "E06000066", 2023, "Somerset became a unitary authority in 2023."),
            same("E08000016", "E08000038", 2025, "Barnsley got a new code in 2025."),
            same("E08000019", "E08000039", 2025, "Sheffield got a new code in 2025."),
            new Reorganisation(
                    codes("E10000009"),
                    codes("E06000059"),
                    2019,
                    Kind.CHANGED_PLACE,
                    "Dorset became a unitary authority without Christchurch in 2019."),
            new Reorganisation(
                    codes("E06000028", "E06000029"),
                    codes("E06000058"),
                    2019,
                    Kind.OTHER_PLACES,
                    "Bournemouth and Poole became Bournemouth, Christchurch and Poole in 2019."),
            new Reorganisation(
                    codes("E10000021"),
                    codes("E06000061", "E06000062"),
                    2021,
                    Kind.OTHER_PLACES,
                    "Northamptonshire was split into North and West Northamptonshire in 2021."),
            new Reorganisation(
                    codes("E10000006"),
                    codes("E06000063", "E06000064"),
                    2023,
                    Kind.OTHER_PLACES,
                    "Cumbria was split into Cumberland and Westmorland and Furness in 2023."));

    public Reorganisation {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Those that made or ended the council of a code, earliest first. */
    public static List<Reorganisation> listOf(AreaCode code) {
        return ALL.stream()
                .filter(change -> change.before.contains(code) || change.after.contains(code))
                .toList();
    }

    /** The code that the council of a code has since a change, where it is one council still. */
    static Optional<AreaCode> findNext(AreaCode code) {
        return ALL.stream()
                .filter(change -> change.what != Kind.OTHER_PLACES && change.before.contains(code))
                .map(change -> change.after.get(0))
                .findFirst();
    }

    private static Reorganisation same(String before, String after, int year, String sentence) {
        return new Reorganisation(codes(before), codes(after), year, Kind.SAME_PLACE, sentence);
    }

    private static List<AreaCode> codes(String... codes) {
        return List.of(codes).stream().map(AreaCode::new).toList();
    }
}
