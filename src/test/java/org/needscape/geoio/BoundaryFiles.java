package org.needscape.geoio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;
import org.needscape.geoio.boundary.BoundaryReader;
import org.needscape.geoio.boundary.BoundarySummary;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;
import org.needscape.report.ImportReport;

/** Reads boundary files for tests and keeps everything that came of it. */
public final class BoundaryFiles {

    /** What came of a file. */
    public record Reading(BoundarySummary summary, List<SmallArea> areas, ImportReport report) {

        public List<String> codes() {
            return areas.stream().map(area -> area.id().code().value()).toList();
        }

        public SmallArea area(String code) {
            return areas.stream()
                    .filter(area -> area.id().code().value().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private BoundaryFiles() {}

    public static Reading read(Path file, String geography) {
        return read(file, geography, Optional.empty());
    }

    public static Reading read(Path file, String geography, Optional<String> where) {
        List<SmallArea> areas = new ArrayList<>();
        String fileName = String.valueOf(file.getFileName());
        ImportLog log = new ImportLog(fileName);
        BoundarySummary summary = BoundaryReader.read(
                file, fileName, Geography.parse(geography), where, areas::add, log, Progress.SILENT);
        return new Reading(summary, areas, log.toReport());
    }
}
