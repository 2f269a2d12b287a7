package org.needscape.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.report.UnreadableFileException;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "rights are others there")
class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void fileForItsOwnerIsNobodyElsesFromItsFirstByteOn() throws IOException {
        Path file = folder.resolve("counts.csv");
        Path unfinished = folder.resolve(".counts.csv.part");
        Files.writeString(file, "as it was");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.writeString(unfinished, "left over");
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-rw-rw-"));

        WholeFile.at(file).forOwnerOnly().write(out -> {
            out.write("new".getBytes(StandardCharsets.UTF_8));
            assertEquals("rw-------", rights(unfinished));
        });

        assertEquals("new", Files.readString(file));
        assertEquals("rw-------", rights(file));
        assertEquals(List.of("counts.csv"), names());
    }

    @Test
    void linkThatSomebodyPutInTheWayIsNotWrittenThrough() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "untouched");
        Files.createSymbolicLink(folder.resolve(".counts.csv.part"), elsewhere);

        WholeFile.at(folder.resolve("counts.csv"))
                .forOwnerOnly()
                .write(out -> out.write("new".getBytes(StandardCharsets.UTF_8)));

        assertEquals("untouched", Files.readString(elsewhere));
        assertEquals("new", Files.readString(folder.resolve("counts.csv")));
    }

    @Test
    void fileForItsOwnerThatFailsLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("counts.csv"), "as it was");

        assertThrows(
                UnreadableFileException.class,
                () -> WholeFile.at(file).forOwnerOnly().write(out -> {
                    throw new IOException("full");
                }));

        assertEquals("as it was", Files.readString(file));
        assertEquals(List.of("counts.csv"), names());
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
