package org.needscape.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.store.SquaresProgram;
import org.needscape.store.Store;
import org.needscape.store.StoreChecks;

class H2KilledProcessTest {

    @TempDir
    private Path folder;

    @Test
    void processKilledInMidImportLeavesTheStoreAsItWas() throws IOException, InterruptedException {
        try (ChildProcess first = ChildProcess.start(SquaresProgram.class, folder.toString(), "200")) {
            waitFor(first, "imported 200");
            first.kill();
        }
        int before = squares(200);
        try (ChildProcess second = ChildProcess.start(SquaresProgram.class, folder.toString(), "400000")) {
            waitFor(second, "open");
            for (int chunks = 0; chunks < 60; chunks++) {
                assertEquals("writing", second.readLine());
            }
            second.kill();
        }
        assertEquals(before, squares(200), "6,000 squares of an unfinished import are gone");
    }

    @Test
    void everyAcknowledgedImportOutlivesAKill() throws IOException, InterruptedException {
        for (int round = 0; round < 3; round++) {
            List<String> printed = new ArrayList<>();
            try (ChildProcess child = ChildProcess.start(SquaresProgram.class, folder.toString(), "20")) {
                for (int line = 0; line < 15 + 10 * round; line++) {
                    printed.add(child.readLine());
                }
                printed.addAll(child.kill());
            }
            int acknowledged = printed.stream()
                    .filter(line -> line.startsWith("imported "))
                    .mapToInt(line -> Integer.parseInt(line.substring("imported ".length())))
                    .max()
                    .orElseThrow();
            int found = squares(20);
            assertTrue(found >= acknowledged, () -> acknowledged + " were acknowledged, " + found + " are there");
        }
    }

    @Test
    void fullDiskIsSaidInOneSentenceAndLeavesTheStoreAsItWas() throws IOException {
        try (Store store = H2StoreOpener.open(folder)) {
            assertEquals(0, StoreChecks.countWholeImports(store, 1));
        }
        List<String> printed;
        try (ChildProcess child =
                ChildProcess.startWithFileLimit(4, SquaresProgram.class, folder.toString(), "400000")) {
            printed = child.readToEnd();
        }
        String sentence = "The store " + folder
                + " cannot be written because the disk is full: free some space and try again. Nothing was changed.";
        assertEquals(sentence, printed.get(printed.size() - 2));
        // Whether the process can still read depends on how much of the last page fitted; what it says is clear either
        // way.
        assertTrue(List.of("next 1", sentence).contains(printed.get(printed.size() - 1)), printed.toString());
        assertEquals(List.of("needscape.mv.db"), listFiles());
        assertEquals(0, squares(1));
    }

    private int squares(int size) {
        try (Store store = H2StoreOpener.open(folder)) {
            return StoreChecks.countWholeImports(store, size);
        }
    }

    private List<String> listFiles() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void waitFor(ChildProcess child, String wanted) throws IOException {
        String line = child.readLine();
        while (!line.equals(wanted)) {
            if (!line.equals("writing") && !line.equals("open")) {
                throw new IllegalStateException(line);
            }
            line = child.readLine();
        }
    }
}
