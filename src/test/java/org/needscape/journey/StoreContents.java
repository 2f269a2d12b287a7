package org.needscape.journey;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.needscape.JourneyStores;
import org.needscape.store.Store;

/**
 * What a store holds, to be compared before and after a failure.
 *
 * @param lines extents with what their areas and values come to, every data set and what there is of cases
 * @param files the names of the files in its folder
 */
record StoreContents(List<String> lines, List<String> files) {

    static StoreContents of(Path folder) throws IOException {
        List<String> lines;
        try (Store store = JourneyStores.open(folder)) {
            lines = store.read(session -> Stream.concat(
                            session.areas().listExtents().stream()
                                    .flatMap(extent -> session.areas().listGeographies(extent.name()).stream()
                                            .map(geography -> extent + " " + geography + " "
                                                    + session.areas().contentHash(extent.name(), geography))),
                            Stream.concat(
                                    session.datasets().list().stream().map(Object::toString),
                                    session.areas().listExtents().stream()
                                            .flatMap(extent -> session.cases().list(extent.name()).stream())
                                            .map(Object::toString)))
                    .toList());
        }
        return new StoreContents(lines, files(folder));
    }

    private static List<String> files(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        if (!Files.exists(folder)) {
            return names;
        }
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
