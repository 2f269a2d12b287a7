package org.needscape.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.AreaParent;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.area.SmallArea;

/** Areas with boundaries, the extents they belong to and the lookups between levels. */
public interface AreaStore {

    /**
     * Adds the extent, or changes its title.
     *
     * @throws IllegalArgumentException when it is there already and fictional where this one is real, or the other way round
     */
    void saveExtent(Extent extent);

    /** All extents, by name. */
    List<Extent> listExtents();

    Optional<Extent> findExtent(ExtentName name);

    /**
     * Adds areas to an extent. An area that the store has already gets the new name and boundary, in every extent that it
     * belongs to.
     *
     * @param dataset the id of the data set they come from, as {@link DatasetStore#add} gave it
     * @param areas as many as fit into memory easily; call it again for more. Boundaries are kept to the centimetre
     * @throws IllegalArgumentException when there is no such extent, or when one of area and extent is fictional and the other real
     */
    void saveAreas(ExtentName extent, long dataset, Collection<SmallArea> areas);

    /** The geographies of which an extent has areas, ordered. */
    List<Geography> listGeographies(ExtentName extent);

    /** The codes and names of an extent's areas of one geography, ordered by code. */
    Map<AreaCode, String> listNames(ExtentName extent, Geography geography);

    /** Hands over every area of an extent's geography in code order without holding them all. */
    void forEachArea(ExtentName extent, Geography geography, Consumer<SmallArea> consumer);

    /** The areas of an extent's geography with their boundaries, ordered by code. */
    List<SmallArea> listAreas(ExtentName extent, Geography geography);

    /**
     * The areas of an extent's geography whose own box touches or overlaps a box, ordered by code; a common edge or corner is enough.
     * The boundary itself may pass the box by.
     *
     * @param box metres on the British National Grid; a point and a line are boxes too, an empty box finds nothing
     * @throws IllegalArgumentException when a side of the box is not finite
     */
    List<SmallArea> listAreasIn(ExtentName extent, Geography geography, Envelope box);

    /**
     * The area of an extent's geography that covers a point: inside of it or on its border. Where several do, which is on their
     * common border, it is the one with the lowest code. A point in a hole is not covered.
     *
     * @param point metres on the British National Grid
     * @throws IllegalArgumentException when a coordinate is not finite
     */
    Optional<SmallArea> findAreaAt(ExtentName extent, Geography geography, Coordinate point);

    /** All codes of a geography, whichever extents they belong to. */
    Set<AreaCode> listCodes(Geography geography);

    /** Adds lookup lines; a line for a child and parent geography that has one already replaces it. */
    void saveParents(long dataset, Collection<AreaParent> parents);

    /** For each area of the extent's geography that has one, its parent among areas of the level, latest vintage first. */
    Map<AreaCode, AreaParent> listParents(ExtentName extent, Geography geography, Level level);

    /** The extents that an area belongs to. */
    List<ExtentName> listExtentsOf(AreaId area);

    /**
     * A hash of the codes, names and boundaries of the extent's geography: the same content has the same hash, in whatever order it
     * came, from whatever file and in whatever store. Cheap to read.
     */
    String contentHash(ExtentName extent, Geography geography);
}
