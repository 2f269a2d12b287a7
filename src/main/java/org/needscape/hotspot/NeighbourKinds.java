package org.needscape.hotspot;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.needscape.spatial.Contiguity;

/** The kinds of neighbours that there are. */
public final class NeighbourKinds {

    /** The areas that touch, which is what "neighbours" means where nobody says otherwise. */
    public static final NeighbourKind QUEEN = new NeighbourKind.Touching(Contiguity.QUEEN);

    /** A list of one's own, which only a question that brings one can name. */
    public static final NeighbourKind LISTED = new NeighbourKind.Listed();

    /** The kinds that are used when nobody chooses. */
    public static final List<NeighbourKind> USUAL =
            List.of(QUEEN, new NeighbourKind.Nearest(6), new NeighbourKind.Nearest(12));

    /** The kinds that a person is offered. */
    public static final List<NeighbourKind> OFFERED = List.of(
            QUEEN,
            new NeighbourKind.Touching(Contiguity.ROOK),
            new NeighbourKind.Nearest(6),
            new NeighbourKind.Nearest(12),
            new NeighbourKind.Within(2000),
            new NeighbourKind.InverseDistance(5000));

    private NeighbourKinds() {}

    /**
     * The kind of a code: {@code queen}, {@code rook}, {@code nearest-K}, {@code distance-METRES} or {@code inverse-distance-METRES}.
     *
     * @throws IllegalArgumentException when it is none of these, or its number is out of range
     */
    public static NeighbourKind parse(String code) {
        for (Contiguity contiguity : Contiguity.values()) {
            if (contiguity.code().equals(code)) {
                return new NeighbourKind.Touching(contiguity);
            }
        }
        Matcher matcher = Pattern.compile("(nearest|distance|inverse-distance)-(\\d{1,5})")
                .matcher(code);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Neighbours are queen, rook, nearest-K, distance-METRES or inverse-distance-METRES, not " + code
                            + ".");
        }
        int number = Integer.parseInt(matcher.group(2));
        return switch (matcher.group(1)) {
            case "nearest" -> new NeighbourKind.Nearest(number);
            case "distance" -> new NeighbourKind.Within(number);
            default -> new NeighbourKind.InverseDistance(number);
        };
    }
}
