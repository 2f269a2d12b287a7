package org.needscape.geoio.boundary;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.GeometryFactory;
import org.needscape.geoio.shapefile.DbfCharset;
import org.needscape.geoio.shapefile.DbfReader;
import org.needscape.geoio.shapefile.ShapefileParts;
import org.needscape.geoio.shapefile.ShpReader;
import org.needscape.report.UnreadableFileException;

/** A shapefile's shapes and rows, side by side. */
final class ShapefileSource implements BoundarySource {

    private static final int MAX_PRJ_BYTES = 65_536;

    private final String fileName;
    private final BoundaryFormat format;
    private final ShapefileParts parts;
    private final FileCrs crs;
    private final ShpReader shapes;
    private final DbfReader rows;
    private final BoundarySchema schema;
    private final List<String> notes = new ArrayList<>();
    private long number;

    /** @param parts closed with this source, and at once when the file is refused */
    static ShapefileSource open(ShapefileParts parts, BoundaryFormat format, String fileName, GeometryFactory factory)
            throws IOException {
        try {
            return new ShapefileSource(parts, format, fileName, factory);
        } catch (IOException | UnreadableFileException e) {
            parts.close();
            throw e;
        }
    }

    private ShapefileSource(ShapefileParts parts, BoundaryFormat format, String fileName, GeometryFactory factory)
            throws IOException {
        this.fileName = fileName;
        this.format = format;
        this.parts = parts;
        crs = CrsPolicy.ofWkt(parts.readText("prj", MAX_PRJ_BYTES).orElse(""), fileName);
        shapes = new ShpReader(parts.open("shp"), factory);
        if (!shapes.holdsPolygons()) {
            throw new UnreadableFileException(
                    fileName + " holds points or lines, not areas: choose the file with the boundaries.");
        }
        Charset charset = DbfCharset.detect(parts);
        if (!charset.equals(StandardCharsets.UTF_8)) {
            notes.add("Its names were read as " + charset.name() + ".");
        }
        rows = new DbfReader(parts.open("dbf"), charset);
        Map<String, Class<?>> columns = new LinkedHashMap<>();
        for (DbfReader.Column column : rows.columns()) {
            if (columns.put(column.name(), column.valueClass()) != null) {
                throw new UnreadableFileException(fileName + " has two columns " + column.name()
                        + ": give one of them another name and try again.");
            }
        }
        schema = new BoundarySchema(columns);
    }

    @Override
    public BoundaryFormat format() {
        return format;
    }

    @Override
    public FileCrs crs() {
        return crs;
    }

    @Override
    public BoundarySchema schema() {
        return schema;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Optional<BoundaryRecord> next() throws IOException {
        ShpReader.Shape shape = shapes.next();
        DbfReader.Row row = rows.next();
        if (shape == null && row == null) {
            return Optional.empty();
        }
        if (shape == null || row == null) {
            throw new UnreadableFileException(fileName + " has " + (shape == null ? "more" : "fewer")
                    + " rows in its .dbf file (" + rows.rowCount()
                    + ") than shapes in its .shp file, so nobody can tell which belong together: get the file again.");
        }
        number++;
        if (row.deleted()) {
            return Optional.of(new BoundaryRecord.Skipped(number, "It is marked as deleted."));
        }
        String problem = shape.problem();
        return Optional.of(
                problem != null
                        ? new BoundaryRecord.Skipped(number, problem)
                        : new BoundaryRecord.Read(number, schema.feature(number, row.values(), shape.geometry())));
    }

    @Override
    public double fraction() {
        return shapes.fraction();
    }

    @Override
    public void close() throws IOException {
        try (parts) {
            shapes.close();
            rows.close();
        }
    }
}
