package org.needscape.geoio.boundary;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import org.geotools.api.parameter.ParameterNotFoundException;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.referencing.CRS;
import org.needscape.geoio.grid.NationalGrid;
import org.needscape.report.UnreadableFileException;
import tech.units.indriya.unit.Units;

/**
 * Which coordinate systems are taken: the British National Grid, and longitude with latitude on WGS 84 or ETRS89. Any other is
 * refused rather than guessed.
 *
 * <p>Only the parser of GeoTools is used, never its transformations: between the grid and degrees they are 1 to 5 m off, and 113 m
 * where a {@code .prj} names no datum shift. Nor is a code looked up for a text: the grid is recognised by its projection, its five
 * parameters and its ellipsoid.
 */
final class CrsPolicy {

    private static final Pattern NAME = Pattern.compile(
            "(?:urn:ogc:def:crs:|https?://www\\.opengis\\.net/def/crs/|)(EPSG|OGC)(?:[:/][\\d.]*)?[:/](\\w+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WKT_NAME = Pattern.compile("\\s*\\w+\\s*\\[\\s*\"([^\"]{1,80})\"");

    private static final Map<String, FileCrs> BY_CODE = Map.of(
            "EPSG 27700", FileCrs.NATIONAL_GRID,
            "EPSG 4326", FileCrs.LONGITUDE_LATITUDE,
            "EPSG 4258", FileCrs.LONGITUDE_LATITUDE,
            "OGC CRS84", FileCrs.LONGITUDE_LATITUDE);

    private static final int MAX_WKT_LENGTH = 16_384;
    private static final int MAX_WKT_DEPTH = 20;

    private static final Map<String, Double> NATIONAL_GRID_PARAMETERS = Map.of(
            "central_meridian", NationalGrid.CENTRAL_MERIDIAN_DEGREES,
            "latitude_of_origin", NationalGrid.ORIGIN_LATITUDE_DEGREES,
            "scale_factor", NationalGrid.SCALE_FACTOR,
            "false_easting", NationalGrid.FALSE_EASTING_METRES,
            "false_northing", NationalGrid.FALSE_NORTHING_METRES);

    private CrsPolicy() {}

    /**
     * What a name such as {@code EPSG:27700}, {@code urn:ogc:def:crs:OGC:1.3:CRS84} or {@code
     * http://www.opengis.net/def/crs/EPSG/0/4326} stands for.
     *
     * @throws UnreadableFileException when it is another one
     */
    static FileCrs ofName(String name, String fileName) {
        Matcher matcher = NAME.matcher(name.strip());
        if (matcher.matches()) {
            FileCrs crs = BY_CODE.get((matcher.group(1) + " " + matcher.group(2)).toUpperCase(Locale.ROOT));
            if (crs != null) {
                return crs;
            }
        }
        throw refused(fileName, name.strip());
    }

    /** What the text of a {@code .prj} file or a GeoPackage describes. @throws UnreadableFileException when it is another one */
    static FileCrs ofWkt(String wkt, String fileName) {
        String text = wkt.strip();
        if (text.replaceAll("\\s", "").equalsIgnoreCase(NationalGrid.ESRI_WKT)) {
            // The publisher's own text, letter by letter, saves starting the parser.
            return FileCrs.NATIONAL_GRID;
        }
        Optional<FileCrs> found = isHarmless(text) ? parse(text).flatMap(CrsPolicy::recognise) : Optional.empty();
        return found.orElseThrow(() -> {
            Matcher name = WKT_NAME.matcher(text);
            return refused(fileName, name.lookingAt() ? name.group(1) : "something that cannot be read");
        });
    }

    private static boolean isHarmless(String wkt) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < wkt.length(); i++) {
            char c = wkt.charAt(i);
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return wkt.length() <= MAX_WKT_LENGTH && deepest <= MAX_WKT_DEPTH;
    }

    private static Optional<CoordinateReferenceSystem> parse(String wkt) {
        try {
            return Optional.of(CRS.parseWKT(wkt));
        } catch (FactoryException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<FileCrs> recognise(CoordinateReferenceSystem crs) {
        if (crs instanceof ProjectedCRS projected && isNationalGrid(projected)) {
            return Optional.of(FileCrs.NATIONAL_GRID);
        }
        if (crs instanceof GeographicCRS geographic && isWorldOrEurope(geographic)) {
            return Optional.of(FileCrs.LONGITUDE_LATITUDE);
        }
        return Optional.empty();
    }

    private static boolean isNationalGrid(ProjectedCRS crs) {
        String method =
                letters(crs.getConversionFromBase().getMethod().getName().getCode());
        if (!method.equals("TRANSVERSEMERCATOR") || !isUnit(crs, Units.METRE, 1)) {
            return false;
        }
        Ellipsoid ellipsoid = crs.getDatum().getEllipsoid();
        if (Math.abs(ellipsoid.getSemiMajorAxis() - NationalGrid.AIRY_SEMI_MAJOR_METRES) > 0.01
                || Math.abs(ellipsoid.getInverseFlattening() - NationalGrid.AIRY_INVERSE_FLATTENING) > 1e-4) {
            return false;
        }
        ParameterValueGroup parameters = crs.getConversionFromBase().getParameterValues();
        try {
            for (Map.Entry<String, Double> expected : NATIONAL_GRID_PARAMETERS.entrySet()) {
                // Some programs write the scale with ten digits: 0.9996012717 instead of 0.999601271699...
                double actual = parameters.parameter(expected.getKey()).doubleValue();
                if (Math.abs(actual - expected.getValue()) > 1e-8) {
                    return false;
                }
            }
        } catch (ParameterNotFoundException e) {
            return false;
        }
        return true;
    }

    private static boolean isWorldOrEurope(GeographicCRS crs) {
        String datum = letters(crs.getDatum().getName().getCode());
        boolean known = datum.contains("WGS1984")
                || datum.equals("WGS84")
                || datum.equals("WORLDGEODETICSYSTEM1984")
                || datum.contains("ETRS1989")
                || datum.equals("ETRS89")
                || datum.equals("EUROPEANTERRESTRIALREFERENCESYSTEM1989");
        return known && isUnit(crs, Units.RADIAN, Math.toRadians(1));
    }

    /** Whether the axes count in so many of a base unit; the text may give the factor with fewer digits than are right. */
    private static boolean isUnit(CoordinateReferenceSystem crs, Unit<?> base, double factor) {
        try {
            double actual = crs.getCoordinateSystem()
                    .getAxis(0)
                    .getUnit()
                    .getConverterToAny(base)
                    .convert(1.0);
            return Math.abs(actual / factor - 1) < 1e-9;
        } catch (IncommensurableException e) {
            return false;
        }
    }

    private static String letters(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static UnreadableFileException refused(String fileName, String crs) {
        String shown = crs.replaceAll("[^\\x20-\\x7E]", "?");
        return new UnreadableFileException(
                fileName + " has its coordinates in "
                        + (shown.length() <= 80 ? shown : shown.substring(0, 80) + "…")
                        + ": save it in the British National Grid (EPSG:27700) or in longitude and latitude (WGS 84) and import that.");
    }
}
