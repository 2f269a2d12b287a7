package org.needscape.geoio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.needscape.report.UnreadableFileException;
import org.sqlite.SQLiteConfig;

/**
 * A layer of a GeoPackage, opened without writing to the file or beside it.
 *
 * <p>Source: OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, 2021, clauses 1.1.2, 2.1.3 and 2.1.5.
 */
final class GeoPackageSource implements BoundarySource {

    private static final int HEADER_BYTES = 8;
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
    private static final int EMPTY_FLAG = 1 << 4;
    private static final int MAX_VALUE_BYTES = 256 << 20;

    private static final String LAYERS =
            """
            select g.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition
            from gpkg_geometry_columns g
            join gpkg_contents c on c.table_name = g.table_name and c.data_type = 'features'
            join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id
            join sqlite_master m on m.name = g.table_name and m.type = 'table'
            order by g.table_name
            """;

    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final FileCrs crs;
    private final BoundarySchema schema;
    private final WKBReader wkb;
    private final long rowCount;
    private long number;

    private record Layer(String table, String geometry, String organisation, int code, String definition) {}

    /** @param columnRule decides which layer is read: the one that has the column with the codes */
    static GeoPackageSource open(Path file, String fileName, BoundaryColumns columnRule, GeometryFactory factory)
            throws IOException {
        Connection connection = null;
        try {
            connection = connect(file);
            return new GeoPackageSource(connection, fileName, columnRule, factory);
        } catch (SQLException | UnreadableFileException e) {
            close(connection);
            if (e instanceof UnreadableFileException refused) {
                throw refused;
            }
            throw new UnreadableFileException(
                    fileName + " is a damaged GeoPackage, or an SQLite file that is none: get the file again.", e);
        }
    }

    private GeoPackageSource(
            Connection connection, String fileName, BoundaryColumns columnRule, GeometryFactory factory)
            throws SQLException {
        this.connection = connection;
        this.wkb = new WKBReader(factory);
        Layer layer = choose(layers(connection), fileName, columnRule);
        crs = layer.organisation().equalsIgnoreCase("EPSG")
                ? CrsPolicy.ofName("EPSG:" + layer.code(), fileName)
                : CrsPolicy.ofWkt(layer.definition(), fileName);
        Map<String, Class<?>> columns = columns(connection, layer);
        schema = new BoundarySchema(columns);
        statement = connection.createStatement();
        try (ResultSet count = statement.executeQuery("select count(*) from " + quoted(layer.table()))) {
            rowCount = count.next() ? count.getLong(1) : 0;
        }
        String list =
                columns.keySet().stream().map(column -> quoted(column) + ", ").collect(Collectors.joining());
        rows = statement.executeQuery(
                "select " + list + quoted(layer.geometry()) + " from " + quoted(layer.table()) + " order by rowid");
    }

    @Override
    public BoundaryFormat format() {
        return BoundaryFormat.GEOPACKAGE;
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
    public Optional<BoundaryRecord> next() throws IOException {
        try {
            if (!rows.next()) {
                return Optional.empty();
            }
            number++;
            int columnCount = schema.columns().size();
            List<@Nullable Object> values = new ArrayList<>(columnCount);
            for (int i = 1; i <= columnCount; i++) {
                values.add(value(rows.getObject(i)));
            }
            Object geometry = rows.getObject(columnCount + 1);
            if (geometry != null && !(geometry instanceof byte[])) {
                return Optional.of(new BoundaryRecord.Skipped(number, "Its boundary is not a geometry."));
            }
            return Optional.of(new BoundaryRecord.Read(
                    number, schema.feature(number, values, geometry == null ? null : parse((byte[]) geometry))));
        } catch (ParseException e) {
            return Optional.of(new BoundaryRecord.Skipped(number, "Its boundary is damaged."));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public double fraction() {
        return rowCount == 0 ? 1 : Math.min(1, (double) number / rowCount);
    }

    @Override
    public void close() throws IOException {
        try (connection) {
            statement.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, String.valueOf(MAX_VALUE_BYTES));
        // Immutable: no journal is looked for and none is made. An untrusted schema may not call functions.
        Connection connection = DriverManager.getConnection(
                "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?mode=ro&immutable=1", config.toProperties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma trusted_schema = off");
            statement.execute("pragma cell_size_check = on");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private static List<Layer> layers(Connection connection) throws SQLException {
        List<Layer> layers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LAYERS)) {
            while (rows.next()) {
                layers.add(new Layer(
                        rows.getString(1),
                        rows.getString(2),
                        String.valueOf(rows.getString(3)),
                        rows.getInt(4),
                        String.valueOf(rows.getString(5))));
            }
        }
        return layers;
    }

    private Layer choose(List<Layer> layers, String fileName, BoundaryColumns columnRule) throws SQLException {
        if (layers.isEmpty()) {
            throw new UnreadableFileException(fileName + " holds no layer with boundaries: choose another GeoPackage.");
        }
        List<Layer> fitting = new ArrayList<>();
        List<String> allColumns = new ArrayList<>();
        for (Layer layer : layers) {
            List<String> columns = List.copyOf(columns(connection, layer).keySet());
            allColumns.addAll(columns);
            if (columnRule.findCodeColumn(columns).isPresent()) {
                fitting.add(layer);
            }
        }
        if (fitting.isEmpty()) {
            throw new UnreadableFileException(columnRule.refusal(fileName, allColumns));
        }
        if (fitting.size() > 1) {
            throw new UnreadableFileException(fileName + " holds "
                    + fitting.size() + " layers that could be meant ("
                    + fitting.stream().map(Layer::table).collect(Collectors.joining(", "))
                    + "): save the one to import as a file of its own.");
        }
        return fitting.get(0);
    }

    private static Map<String, Class<?>> columns(Connection connection, Layer layer) throws SQLException {
        Map<String, Class<?>> columns = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement("select name, type from pragma_table_info(?)")) {
            query.setString(1, layer.table());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    if (!name.equalsIgnoreCase(layer.geometry())) {
                        columns.put(name, valueClass(String.valueOf(rows.getString(2))));
                    }
                }
            }
        }
        return columns;
    }

    private static Class<?> valueClass(String sqlType) {
        String type = sqlType.toUpperCase(Locale.ROOT);
        if (type.contains("INT")) {
            return Long.class;
        }
        return type.contains("REAL") || type.contains("DOUBLE") || type.contains("FLOAT") ? Double.class : String.class;
    }

    private static @Nullable Object value(@Nullable Object stored) {
        if (stored instanceof Integer whole) {
            return whole.longValue();
        }
        return stored instanceof byte[] ? null : stored;
    }

    private Geometry parse(byte[] blob) throws ParseException {
        if (blob.length < HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
            throw new ParseException("Not a GeoPackage geometry.");
        }
        int flags = blob[3] & 0xFF;
        int envelope = flags >> 1 & 7;
        if (envelope >= ENVELOPE_BYTES.length) {
            throw new ParseException("Not a GeoPackage envelope.");
        }
        if ((flags & EMPTY_FLAG) != 0) {
            return new GeometryFactory().createMultiPolygon();
        }
        int start = HEADER_BYTES + ENVELOPE_BYTES[envelope];
        if (blob.length < start + 5) {
            throw new ParseException("The geometry is cut off.");
        }
        ByteBuffer body = ByteBuffer.wrap(blob, start, blob.length - start).slice();
        body.order(body.get(0) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int type = (body.getInt(1) & 0xFFFF) % 1000;
        if (type == 7) {
            // Collections in collections could go on without end.
            throw new ParseException("A geometry collection is not an area.");
        }
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        try {
            return wkb.read(bytes);
        } catch (IllegalArgumentException | StackOverflowError e) {
            throw new ParseException("The geometry is damaged.");
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void close(@Nullable Connection connection) throws IOException {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }
}
