package org.needscape.geoio.boundary;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.GeometryFactory;
import org.needscape.area.AreaId;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;
import org.needscape.geoio.shapefile.ShapefileParts;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;
import org.needscape.report.UnreadableFileException;

/**
 * Reads boundaries from a zipped shapefile, a shapefile with its parts beside it, a GeoPackage or a GeoJSON file, told apart by
 * content. Whatever they come in, they are handed on as valid multipolygons in whole centimetres of the British National Grid.
 *
 * <p>A record that cannot be taken is written to the log and reading goes on. What is wrong with the file as a whole throws, possibly
 * after some areas were handed on: the caller then discards them.
 */
public final class BoundaryReader {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private BoundaryReader() {}

    /**
     * Reads the boundaries of a geography.
     *
     * @param file where it lies
     * @param fileName what people call it, for messages
     * @param geography what it must hold, by its code column
     * @param where a condition on the records, see {@link WhereFilter}
     * @param sink takes each area in file order
     * @param log counts and explains
     * @throws UnreadableFileException when the file cannot be read, holds another geography, mixes fictional with real areas, or
     *     nothing of it can be taken
     */
    public static BoundarySummary read(
            Path file,
            String fileName,
            Geography geography,
            Optional<String> where,
            Consumer<SmallArea> sink,
            ImportLog log,
            Progress progress) {
        Consumer<NamedBoundary> toArea = boundary -> sink.accept(
                new SmallArea(new AreaId(geography, boundary.code()), boundary.name(), boundary.boundary()));
        return read(file, fileName, new BoundaryColumns.OfGeography(geography), false, where, toArea, log, progress);
    }

    /**
     * Reads boundaries of any geography, for work from file to file. GeoJSON that names no coordinate system may then be in metres on
     * the National Grid, which the log notes.
     *
     * @param codeColumn the column with the codes; without it the only one that it can be
     * @throws UnreadableFileException when the file cannot be read, has no such column, or nothing of it can be taken
     */
    public static BoundarySummary readGeometries(
            Path file,
            String fileName,
            Optional<String> codeColumn,
            Optional<String> where,
            Consumer<NamedBoundary> sink,
            ImportLog log,
            Progress progress) {
        BoundaryColumns columns =
                codeColumn.<BoundaryColumns>map(BoundaryColumns.Named::new).orElseGet(BoundaryColumns.Obvious::new);
        return read(file, fileName, columns, true, where, sink, log, progress);
    }

    private static BoundarySummary read(
            Path file,
            String fileName,
            BoundaryColumns columns,
            boolean acceptBareMetres,
            Optional<String> where,
            Consumer<NamedBoundary> sink,
            ImportLog log,
            Progress progress) {
        try (BoundarySource source = open(file, fileName, columns, acceptBareMetres)) {
            return new BoundaryImport(source, fileName, columns, where, log, FACTORY).run(sink, progress);
        } catch (JsonProcessingException e) {
            // A file that nests too deep has no location.
            JsonLocation location = e.getLocation();
            String line = location == null ? "" : " (line " + location.getLineNr() + ")";
            throw new UnreadableFileException(
                    fileName + " is not valid JSON or breaks off" + line + ": get the file again.", e);
        } catch (IOException e) {
            throw new UnreadableFileException(
                    fileName + " is damaged or cut off, or cannot be opened: get the file again.", e);
        }
    }

    private static BoundarySource open(Path file, String fileName, BoundaryColumns columns, boolean acceptBareMetres)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableFileException("There is no file " + fileName + ": check its name and folder.");
        }
        if (Files.size(file) == 0) {
            throw new UnreadableFileException(fileName + " is empty: get the file again.");
        }
        Optional<BoundaryFormat> format = BoundaryFormat.detect(file);
        if (format.isEmpty()) {
            throw new UnreadableFileException(
                    fileName
                            + " is neither a zip file with a shapefile, nor a GeoPackage, nor GeoJSON: save the boundaries as one of them.");
        }
        return switch (format.get()) {
            case SHAPEFILE_ZIP ->
                ShapefileSource.open(ShapefileParts.ofZip(file, fileName), format.get(), fileName, FACTORY);
            case SHAPEFILE ->
                ShapefileSource.open(ShapefileParts.ofFolder(file, fileName), format.get(), fileName, FACTORY);
            case GEOPACKAGE -> GeoPackageSource.open(file, fileName, columns, FACTORY);
            case GEOJSON -> GeoJsonSource.open(file, fileName, acceptBareMetres, FACTORY);
        };
    }
}
