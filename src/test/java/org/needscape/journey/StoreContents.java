package org.needscape.journey;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.needscape.store.Store;
import org.needscape.store.jdbc.H2StoreOpener;

/**
 * What a store holds, to be compared before and after a failure.
 *
 * @param lines extents with what their areas and values come to, and every data set
 * @param files the names of the files in its folder
 */
record StoreContents(List<String> lines, List<String> files) {

    static StoreContents of(Path folder) throws IOException {
        List<String> lines;
        try (Store store = H2StoreOpener.open(folder)) {
            lines = store.read(session -> Stream.concat(
                            session.areas().listExtents().stream()
                                    .flatMap(extent -> session.areas().listGeographies(extent.name()).stream()
                                            .map(geography -> extent + " " + geography + " "
                                                    + session.areas().contentHash(extent.name(), geography))),
                            session.datasets().list().stream().map(Object::toString))
                    .toList());
        }
        return new StoreContents(lines, files(folder));
    }

    /** Copies a closed store. */
    static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        Files.copy(from.resolve("needscape.mv.db"), to.resolve("needscape.mv.db"));
        return to;
    }

    private static List<String> files(Path folder) throws IOException {
        List<String> names = new java.util.ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                names.add(folder.relativize(file).toString());
                return FileVisitResult.CONTINUE;
            }
        });
        return names.stream().sorted().toList();
    }
}
