package org.needscape.geoio.table;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;

/**
 * A table to read and what its reader needs to know.
 *
 * @param file where the table lies
 * @param fileName what people call it; an upload lies under another name
 * @param loadedCodes the codes of the areas that are loaded, by geography; empty where none are
 * @param log hears what becomes of every row
 * @param progress hears how far reading is
 */
public record TableRequest(
        Path file, String fileName, Function<Geography, Set<AreaCode>> loadedCodes, ImportLog log, Progress progress) {}
