package org.needscape.geoio.boundary;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.needscape.report.UnreadableFileException;
import org.sqlite.SQLiteConfig;

/**
 * A layer of a GeoPackage, opened without writing to the file or beside it.
 *
 * <p>Source: OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, 2021, clauses 1.1.2 and 2.1.5.
 */
final class GeoPackageSource implements BoundarySource {

    private static final int MAX_VALUE_BYTES = 256 << 20;

    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final FileCrs crs;
    private final BoundarySchema schema;
    private final GeoPackageGeometry geometries;
    private final long rowCount;
    private long number;

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
        this.geometries = new GeoPackageGeometry(factory);
        GeoPackageLayer layer = GeoPackageLayer.choose(connection, fileName, columnRule);
        crs = layer.crs(fileName);
        Map<String, Class<?>> columns = layer.columns(connection);
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
                    number,
                    schema.feature(number, values, geometry == null ? null : geometries.parse((byte[]) geometry))));
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

    private static @Nullable Object value(@Nullable Object stored) {
        if (stored instanceof Integer whole) {
            return whole.longValue();
        }
        return stored instanceof byte[] ? null : stored;
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
