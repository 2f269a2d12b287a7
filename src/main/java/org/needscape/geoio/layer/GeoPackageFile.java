package org.needscape.geoio.layer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * A GeoPackage with one table of areas on the British National Grid. The same content gives the same bytes.
 *
 * <p>Source: OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, 2021, clauses 1.1.1, 2.1.3 to 2.1.6.
 *
 * @param table name, lower-case letters, digits and underscores
 * @param title of its contents
 * @param description what it is and how it was made
 * @param columns behind number and geometry
 */
record GeoPackageFile(String table, String title, String description, List<Column> columns) {

    private static final int GRID = 27700;

    /** The standard wants a moment; a fixed one, so that the same content gives the same bytes. */
    private static final String NO_TIME = "1980-01-01T00:00:00.000Z";

    private static final String WGS_84 =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],"
                    + "UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4326\"]]";

    private static final String NATIONAL_GRID =
            "PROJCS[\"OSGB36 / British National Grid\",GEOGCS[\"OSGB36\",DATUM[\"Ordnance_Survey_of_Great_Britain_1936\","
                    + "SPHEROID[\"Airy 1830\",6377563.396,299.3249646]],PRIMEM[\"Greenwich\",0],"
                    + "UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4277\"]],"
                    + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",49],"
                    + "PARAMETER[\"central_meridian\",-2],PARAMETER[\"scale_factor\",0.9996012717],"
                    + "PARAMETER[\"false_easting\",400000],PARAMETER[\"false_northing\",-100000],UNIT[\"metre\",1],"
                    + "AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH],AUTHORITY[\"EPSG\",\"27700\"]]";

    private static final List<String> SCHEMA = List.of(
            "pragma application_id = 1196444487",
            "pragma user_version = 10300",
            "create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer not null primary key,"
                    + " organization text not null, organization_coordsys_id integer not null,"
                    + " definition text not null, description text)",
            "create table gpkg_contents (table_name text not null primary key, data_type text not null,"
                    + " identifier text unique, description text default '', last_change datetime not null,"
                    + " min_x double, min_y double, max_x double, max_y double, srs_id integer,"
                    + " constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id))",
            "create table gpkg_geometry_columns (table_name text not null, column_name text not null,"
                    + " geometry_type_name text not null, srs_id integer not null, z tinyint not null,"
                    + " m tinyint not null, constraint pk_geom_cols primary key (table_name, column_name),"
                    + " constraint uk_gc_table_name unique (table_name),"
                    + " constraint fk_gc_tn foreign key (table_name) references gpkg_contents(table_name),"
                    + " constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id))");

    GeoPackageFile {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param isNumber whether it holds numbers, else texts
     */
    record Column(String name, boolean isNumber) {}

    /**
     * An area.
     *
     * @param boundary metres on the British National Grid; empty for one without geometry
     * @param values in the order of the columns, a {@link Double} or a {@link String}; empty where nothing is known
     */
    record Feature(Optional<MultiPolygon> boundary, List<Optional<Object>> values) {

        Feature {
            values = List.copyOf(values);
        }
    }

    /** Writes the file and leaves the stream open. */
    void write(List<Feature> features, OutputStream out) throws IOException {
        // SQLite writes files alone.
        Path file = Files.createTempFile("needscape", ".gpkg");
        try {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
                connection.setAutoCommit(true);
                // A file that is copied and deleted needs to outlive no crash.
                execute(connection, List.of("pragma synchronous = off"));
                execute(connection, SCHEMA);
                connection.setAutoCommit(false);
                describe(connection, features);
                fill(connection, features);
                connection.commit();
            } catch (SQLException e) {
                throw new IOException(e);
            }
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private void describe(Connection connection, List<Feature> features) throws SQLException {
        String systems = "insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, ?)";
        insert(connection, systems, "Undefined Cartesian", -1, "NONE", -1, "undefined", "undefined Cartesian");
        insert(connection, systems, "Undefined geographic", 0, "NONE", 0, "undefined", "undefined geographic");
        insert(connection, systems, "WGS 84", 4326, "EPSG", 4326, WGS_84, "longitude and latitude");
        insert(connection, systems, "OSGB36 / British National Grid", GRID, "EPSG", GRID, NATIONAL_GRID, "metres");
        Envelope all = new Envelope();
        features.stream()
                .flatMap(feature -> feature.boundary().stream())
                .forEach(boundary -> all.expandToInclude(boundary.getEnvelopeInternal()));
        insert(
                connection,
                "insert into gpkg_contents values (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
                table,
                title,
                description,
                NO_TIME,
                all.getMinX(),
                all.getMinY(),
                all.getMaxX(),
                all.getMaxY(),
                GRID);
        String names = columns.stream()
                .map(column -> ", " + quoted(column.name()) + (column.isNumber() ? " double" : " text"))
                .collect(Collectors.joining());
        execute(
                connection,
                List.of("create table " + quoted(table)
                        + " (fid integer primary key autoincrement not null, geom multipolygon" + names + ")"));
        insert(
                connection,
                "insert into gpkg_geometry_columns values (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)",
                table,
                GRID);
    }

    private void fill(Connection connection, List<Feature> features) throws SQLException {
        String marks = ", ?".repeat(columns.size());
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + quoted(table) + " values (?, ?" + marks + ")")) {
            int number = 0;
            for (Feature feature : features) {
                insert.setInt(1, ++number);
                insert.setBytes(2, feature.boundary().map(GeoPackageFile::blob).orElse(null));
                for (int k = 0; k < columns.size(); k++) {
                    insert.setObject(k + 3, feature.values().get(k).orElse(null));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int k = 0; k < values.length; k++) {
                insert.setObject(k + 1, values[k]);
            }
            insert.execute();
        }
    }

    /** Magic GP, version 0, flags (little-endian, envelope of x and y), the system's number, envelope, well-known binary. */
    private static byte[] blob(MultiPolygon boundary) {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(boundary);
        Envelope envelope = boundary.getEnvelopeInternal();
        return ByteBuffer.allocate(40 + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'G', 'P', 0, 0b11})
                .putInt(GRID)
                .putDouble(envelope.getMinX())
                .putDouble(envelope.getMaxX())
                .putDouble(envelope.getMinY())
                .putDouble(envelope.getMaxY())
                .put(wkb)
                .array();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
