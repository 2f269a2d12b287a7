package org.needscape.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.spatial.CircularScan;
import org.needscape.spatial.ScanArea;
import org.needscape.spatial.ScanOptions;
import org.needscape.spatial.ScanOutcome;
import org.needscape.spatial.ScanRates;
import org.needscape.stats.Alternative;

/** The circular scan of counts, around coordinates from the table or the centroids of boundaries. */
final class ScanDesk {

    private final BoundarySource boundaries;

    ScanDesk(BoundarySource boundaries) {
        this.boundaries = boundaries;
    }

    static void check(HotspotsRequest request) {
        if (!(request.measure() instanceof HotspotsRequest.MeasureColumns.OfRate)) {
            throw new WrongUsageException("The method scan needs --count and --population.");
        }
        if (request.links() instanceof HotspotsRequest.Links.None
                || request.links() instanceof HotspotsRequest.Links.OfList) {
            throw new WrongUsageException(
                    "The method scan needs --x and --y, columns of coordinates in metres, or --boundaries.");
        }
        if (request.options().alternative() == Alternative.TWO_SIDED) {
            throw new WrongUsageException(
                    "The method scan looks for high rates, --alternative greater, or for low ones, less; not for both.");
        }
        double share = request.options().maxPopulationShare();
        if (!(share > 0 && share <= 1)) {
            throw new WrongUsageException(
                    "--max-population is a share above 0 and at most 1, not " + CellText.format(share) + ".");
        }
        if (request.options().permutations() < 1) {
            throw new WrongUsageException("The method scan needs --permutations of 1 or more: it has no other p.");
        }
        OutputFile.requireExtension(request.output(), List.of("json"));
    }

    void write(HotspotsRequest request, HotspotsInput input, List<String> notices) {
        List<Optional<Coordinate>> centres = centres(request, input, notices);
        List<ScanArea> areas = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        int unknown = 0;
        int unplaced = 0;
        for (int row = 0; row < input.areas().size(); row++) {
            Value count = input.counts().get(row);
            Value population = input.populations().get(row);
            if (HotspotsInput.reason(count, population).isPresent()) {
                unknown++;
            } else if (centres.get(row).isEmpty()) {
                unplaced++;
            } else {
                areas.add(area(input, row, centres.get(row).get()));
                rows.add(row);
            }
        }
        if (unknown > 0) {
            notices.add(unknown + " areas without a known count and a population were left out.");
        }
        if (unplaced > 0) {
            notices.add(unplaced + " areas without coordinates were left out.");
        }
        HotspotsRequest.Options options = request.options();
        ScanOptions scanOptions = ScanOptions.defaults()
                .withRates(options.alternative() == Alternative.LESS ? ScanRates.LOW : ScanRates.HIGH)
                .withMaxPopulationShare(options.maxPopulationShare())
                .withReplicates(options.permutations())
                .withSeed(options.seed());
        ScanOutcome outcome = CircularScan.scan(areas, scanOptions);
        if (outcome instanceof ScanOutcome.NotScanned refused) {
            throw new RefusedException(refused.sentence());
        }
        List<AreaCode> hidden = rows.stream()
                .filter(input.hidden()::get)
                .map(input.areas()::get)
                .toList();
        OutputFile.writeJson(
                request.output(),
                new ScanClusters(outcome.scanned().orElseThrow(), scanOptions, areas)
                        .json(hidden, request.suppressUpTo()));
    }

    private static ScanArea area(HotspotsInput input, int row, Coordinate centre) {
        double count = HotspotsInput.number(input.counts(), row);
        if (count > Integer.MAX_VALUE) {
            throw new RefusedException("Area " + input.areas().get(row) + " has a count of " + CellText.format(count)
                    + ", more than a scan can hold.");
        }
        return ScanArea.ofPopulation(
                input.areas().get(row),
                centre.x,
                centre.y,
                (int) count,
                HotspotsInput.number(input.populations(), row));
    }

    private List<Optional<Coordinate>> centres(HotspotsRequest request, HotspotsInput input, List<String> notices) {
        if (request.links() instanceof HotspotsRequest.Links.OfCentres columns) {
            CsvTable table = CsvTable.read(request.values());
            List<Value> x = table.values(columns.xColumn(), notices);
            List<Value> y = table.values(columns.yColumn(), notices);
            List<Optional<Coordinate>> centres = new ArrayList<>();
            for (int row = 0; row < x.size(); row++) {
                centres.add(
                        x.get(row).isKnown() && y.get(row).isKnown()
                                ? Optional.of(
                                        new Coordinate(HotspotsInput.number(x, row), HotspotsInput.number(y, row)))
                                : Optional.empty());
            }
            refuseDegrees(centres);
            return centres;
        }
        HotspotsRequest.Links.OfBoundaries source = (HotspotsRequest.Links.OfBoundaries) request.links();
        Map<AreaCode, MultiPolygon> read = boundaries.read(source.file(), source.codeColumn());
        if (input.areas().stream().noneMatch(read::containsKey)) {
            throw new RefusedException(
                    "No area of the values has a boundary in the file: check the code column and the boundary year.");
        }
        return input.areas().stream()
                .map(code -> Optional.ofNullable(read.get(code))
                        .map(boundary -> boundary.getCentroid().getCoordinate()))
                .toList();
    }

    /** Longitudes and latitudes of Great Britain are not metres: circles would be ellipses. */
    private static void refuseDegrees(List<Optional<Coordinate>> centres) {
        List<Coordinate> known = centres.stream().flatMap(Optional::stream).toList();
        if (!known.isEmpty()
                && known.stream().allMatch(centre -> Math.abs(centre.x) < 9 && centre.y > 49 && centre.y < 62)) {
            throw new RefusedException(
                    "The coordinates look like longitude and latitude: a scan needs eastings and northings in metres.");
        }
    }
}
