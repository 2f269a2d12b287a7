package org.needscape;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.desk.BoundarySource;
import org.needscape.geoio.boundary.BoundaryReader;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;
import org.needscape.report.ImportProblem;
import org.needscape.report.ImportReport;
import org.needscape.report.UnreadableFileException;

/** Reads boundaries for the analyst's own desk, where one record that cannot be used would change every neighbour's result. */
final class BoundaryFiles implements BoundarySource {

    @Override
    public Map<AreaCode, MultiPolygon> read(Path file, String codeColumn) {
        String name = String.valueOf(file.getFileName());
        Map<AreaCode, MultiPolygon> boundaries = new LinkedHashMap<>();
        ImportLog log = new ImportLog(name);
        BoundaryReader.readGeometries(
                file,
                name,
                codeColumn.isBlank() ? Optional.empty() : Optional.of(codeColumn),
                Optional.empty(),
                boundary -> boundaries.put(boundary.code(), boundary.boundary()),
                log,
                Progress.SILENT);
        ImportReport report = log.toReport();
        if (report.refused() > 0) {
            ImportProblem first = report.problems().stream()
                    .filter(problem -> problem.kind() == ImportProblem.Kind.REFUSED)
                    .findFirst()
                    .orElseThrow();
            throw new UnreadableFileException(
                    name + ", record " + first.row() + ": " + first.reason() + " " + first.whatToDo());
        }
        return boundaries;
    }
}
