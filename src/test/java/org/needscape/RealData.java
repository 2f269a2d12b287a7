package org.needscape;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The real open data files that some tests read. They lie beside the checkout in {@code ../shared/data}, or where the system
 * property {@code needscape.data} points; they are never part of the project. Tests that need them are skipped only where the
 * folder does not exist.
 */
public final class RealData {

    private RealData() {}

    /** A file of the folder. Where the folder is missing the test is skipped; where only the file is missing it fails. */
    public static Path require(String relativePath) {
        Path folder = folder();
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "no real data at " + folder);
        Path file = folder.resolve(relativePath);
        if (!Files.exists(file)) {
            throw new IllegalStateException("The real data folder has no " + relativePath);
        }
        return file;
    }

    /** Where the files are looked for. */
    public static Path folder() {
        return Path.of(System.getProperty("needscape.data", "../shared/data"))
                .toAbsolutePath()
                .normalize();
    }
}
