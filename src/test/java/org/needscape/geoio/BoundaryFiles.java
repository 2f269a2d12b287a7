package org.needscape.geoio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;
import org.needscape.report.ImportReport;

/** Reads boundary files for tests and keeps everything that came of it. */
final class BoundaryFiles {

    /** What came of a file. */
    record Reading(BoundarySummary summary, List<SmallArea> areas, ImportReport report) {

        List<String> codes() {
            return areas.stream().map(area -> area.id().code().value()).toList();
        }

        SmallArea area(String code) {
            return areas.stream()
                    .filter(area -> area.id().code().value().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private BoundaryFiles() {}

    static Reading read(Path file, String geography) {
        return read(file, geography, Optional.empty());
    }

    static Reading read(Path file, String geography, Optional<String> where) {
        List<SmallArea> areas = new ArrayList<>();
        String fileName = String.valueOf(file.getFileName());
        ImportLog log = new ImportLog(fileName);
        BoundarySummary summary = BoundaryReader.read(
                file, fileName, Geography.parse(geography), where, areas::add, log, Progress.SILENT);
        return new Reading(summary, areas, log.toReport());
    }
}
