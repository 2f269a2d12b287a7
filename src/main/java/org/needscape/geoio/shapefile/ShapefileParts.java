package org.needscape.geoio.shapefile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.needscape.report.UnreadableFileException;

/** The files of one shapefile, in a zip or beside each other in a folder. */
public final class ShapefileParts implements AutoCloseable {

    private static final List<String> ENDINGS = List.of("shp", "dbf", "prj", "cpg");

    /** How an opened part is got at. */
    @FunctionalInterface
    private interface Opener {
        InputStream open(String name) throws IOException;
    }

    private final Map<String, String> nameByEnding;
    private final Opener opener;
    private final AutoCloseable owner;

    private ShapefileParts(Map<String, String> nameByEnding, Opener opener, AutoCloseable owner) {
        this.nameByEnding = nameByEnding;
        this.opener = opener;
        this.owner = owner;
    }

    /** The one shapefile of a zip. @throws UnreadableFileException when there is none, several, or a part is missing */
    public static ShapefileParts ofZip(Path file, String fileName) throws IOException {
        ZipArchiveReader zip = ZipArchiveReader.open(file, fileName, ZipLimits.defaults());
        try {
            List<String> names = new ArrayList<>(zip.names());
            names.removeIf(
                    name -> name.startsWith("__MACOSX/") || lastPart(name).startsWith("."));
            List<String> shapes =
                    names.stream().filter(name -> ending(name).equals("shp")).toList();
            if (shapes.isEmpty()) {
                boolean nested = names.stream().anyMatch(name -> ending(name).equals("zip"));
                throw new UnreadableFileException(
                        nested
                                ? fileName
                                        + " holds another zip file and no shapefile: unpack it and use the zip inside."
                                : fileName + " holds no shapefile: it needs a .shp file with its .dbf and .prj.");
            }
            if (shapes.size() > 1) {
                throw new UnreadableFileException(fileName + " holds " + shapes.size()
                        + " shapefiles: zip the one with the boundaries by itself.");
            }
            return new ShapefileParts(find(names, stem(shapes.get(0)), fileName), zip::open, zip);
        } catch (UnreadableFileException e) {
            zip.close();
            throw e;
        }
    }

    /** The shapefile that a {@code .shp} file in a folder belongs to. */
    public static ShapefileParts ofFolder(Path shp, String fileName) throws IOException {
        Path folder = shp.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw new UnreadableFileException(fileName + " is not a file.");
        }
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(path -> String.valueOf(path.getFileName())).toList();
        }
        String stem = stem(String.valueOf(shp.getFileName()));
        return new ShapefileParts(
                find(names, stem, fileName), name -> Files.newInputStream(folder.resolve(name)), () -> {});
    }

    /** @param ending {@code shp}, {@code dbf}, {@code prj} or {@code cpg} */
    public InputStream open(String ending) throws IOException {
        String name = nameByEnding.get(ending);
        if (name == null) {
            throw new IOException("There is no ." + ending + " file.");
        }
        return new BufferedInputStream(opener.open(name), 1 << 16);
    }

    /** A short text file; empty where there is none. */
    public Optional<String> readText(String ending, int maxBytes) throws IOException {
        if (!nameByEnding.containsKey(ending)) {
            return Optional.empty();
        }
        try (InputStream in = open(ending)) {
            return Optional.of(new String(in.readNBytes(maxBytes), StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    public void close() throws IOException {
        try {
            owner.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static Map<String, String> find(List<String> names, String stem, String fileName) {
        Map<String, String> found = new HashMap<>();
        for (String name : names) {
            if (stem(name).equalsIgnoreCase(stem) && ENDINGS.contains(ending(name))) {
                found.putIfAbsent(ending(name), name);
            }
        }
        if (!found.containsKey("dbf")) {
            throw new UnreadableFileException(
                    fileName
                            + " lacks the .dbf file of its shapefile, without which areas have no codes: add it and try again.");
        }
        if (!found.containsKey("prj")) {
            throw new UnreadableFileException(
                    fileName
                            + " lacks the .prj file of its shapefile, so nobody can tell where its coordinates are: add it and try again.");
        }
        return found;
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
