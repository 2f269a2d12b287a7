package org.needscape.geoio.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * Reads the polygons of a {@code .shp} file one after the other; heights and measures are left out. No size that the file claims is
 * believed before the bytes are there.
 *
 * <p>Source: ESRI Shapefile Technical Description, ESRI White Paper, July 1998.
 */
public final class ShpReader implements AutoCloseable {

    /** Polygon, polygon with heights, polygon with measures. */
    private static final List<Integer> POLYGON_TYPES = List.of(5, 15, 25);

    private static final int POLYGON_FIXED_BYTES = 44;
    private static final int MAX_RECORD_BYTES = 256 << 20;

    private final InputStream in;
    private final GeometryFactory factory;
    private final int fileType;
    private final long claimedBytes;
    private long position;

    /** A shape, or why there is none: exactly one of both is present, and neither for a null shape. */
    public record Shape(@Nullable MultiPolygon geometry, @Nullable String problem) {}

    /** @throws IOException when it is not a {@code .shp} file or cut off */
    public ShpReader(InputStream in, GeometryFactory factory) throws IOException {
        this.in = in;
        this.factory = factory;
        ByteBuffer header = ByteBuffer.wrap(readFully(ShpWriter.HEADER_BYTES));
        if (header.getInt(0) != ShpWriter.FILE_CODE) {
            throw new IOException("Not a shapefile.");
        }
        claimedBytes = (header.getInt(24) & 0xFFFFFFFFL) * 2;
        fileType = header.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
        position = ShpWriter.HEADER_BYTES;
    }

    public boolean holdsPolygons() {
        return fileType == ShpWriter.NULL_SHAPE || POLYGON_TYPES.contains(fileType);
    }

    /** 0 to 1, as far as the header can be believed. */
    public double fraction() {
        return claimedBytes <= 0 ? 0 : Math.min(1, (double) position / claimedBytes);
    }

    /** The next shape, or null at the end. @throws IOException when the file is damaged or cut off */
    @Nullable
    public Shape next() throws IOException {
        if (position >= claimedBytes) {
            return null;
        }
        ByteBuffer header = ByteBuffer.wrap(readFully(ShpWriter.RECORD_HEADER_BYTES));
        long contentBytes = header.getInt(4) * 2L;
        position += ShpWriter.RECORD_HEADER_BYTES + contentBytes;
        if (contentBytes < 4 || contentBytes > MAX_RECORD_BYTES || position > claimedBytes) {
            throw new IOException("A record claims an impossible length.");
        }
        return parse(ByteBuffer.wrap(readFully((int) contentBytes)).order(ByteOrder.LITTLE_ENDIAN));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Shape parse(ByteBuffer content) {
        int type = content.getInt(0);
        if (type == ShpWriter.NULL_SHAPE) {
            return new Shape(null, null);
        }
        if (!POLYGON_TYPES.contains(type)) {
            return new Shape(null, "It is not an area but a shape of type " + type + ".");
        }
        if (content.limit() < POLYGON_FIXED_BYTES) {
            return new Shape(null, "Its boundary is cut off.");
        }
        int ringCount = content.getInt(36);
        int pointCount = content.getInt(40);
        if (ringCount < 1
                || pointCount < 1
                || POLYGON_FIXED_BYTES + 4L * ringCount + 16L * pointCount > content.limit()) {
            return new Shape(null, "Its boundary claims more points than the record holds.");
        }
        List<LinearRing> rings = new ArrayList<>(ringCount);
        int points = POLYGON_FIXED_BYTES + 4 * ringCount;
        for (int ring = 0; ring < ringCount; ring++) {
            int start = content.getInt(POLYGON_FIXED_BYTES + 4 * ring);
            int end = ring + 1 < ringCount ? content.getInt(POLYGON_FIXED_BYTES + 4 * (ring + 1)) : pointCount;
            if (start < 0 || end < start || end > pointCount) {
                return new Shape(null, "The parts of its boundary contradict each other.");
            }
            Coordinate[] coordinates = readRing(content, points + 16 * start, end - start);
            for (Coordinate coordinate : coordinates) {
                if (!coordinate.isValid()) {
                    return new Shape(null, "It has a coordinate that is not a number.");
                }
            }
            if (coordinates.length >= 4) {
                rings.add(factory.createLinearRing(coordinates));
            }
        }
        return new Shape(rings.isEmpty() ? factory.createMultiPolygon() : RingAssembly.assemble(rings, factory), null);
    }

    /** The points of a ring, its first repeated at the end where the file forgot that. */
    private static Coordinate[] readRing(ByteBuffer content, int offset, int count) {
        boolean closed = count > 0
                && content.getDouble(offset) == content.getDouble(offset + 16 * (count - 1))
                && content.getDouble(offset + 8) == content.getDouble(offset + 16 * (count - 1) + 8);
        Coordinate[] coordinates = new Coordinate[closed || count == 0 ? count : count + 1];
        for (int i = 0; i < coordinates.length; i++) {
            int at = offset + 16 * (i < count ? i : 0);
            coordinates[i] = new Coordinate(content.getDouble(at), content.getDouble(at + 8));
        }
        return coordinates;
    }

    private byte[] readFully(int count) throws IOException {
        // Grows with what really arrives, whatever the count claims.
        byte[] bytes = in.readNBytes(count);
        if (bytes.length != count) {
            throw new IOException("The shapes are cut off.");
        }
        return bytes;
    }
}
