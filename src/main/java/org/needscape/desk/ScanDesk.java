package org.needscape.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
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

    private final Shapes shapes;

    ScanDesk(Shapes shapes) {
        this.shapes = shapes;
    }

    static void check(HotspotsRequest request) {
        if (!(request.measure() instanceof HotspotsRequest.MeasureColumns.OfRate)) {
            throw new WrongUsageException("The method scan needs --count and --population.");
        }
        HotspotsRequest.Links links = request.links();
        if (links.list().isPresent()
                || links.rule().isPresent()
                || !links.bridges().isEmpty()) {
            throw new WrongUsageException(
                    "The method scan takes circles, not neighbours: leave --neighbours, --nearest,"
                            + " --band, --inverse, --bridge and --bridges out, and give --x and --y or --boundaries.");
        }
        if (!links.hasPlaces()) {
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
    }

    void write(HotspotsRequest request, HotspotsInput input, TableOutput output, List<String> notices) {
        List<Optional<Coordinate>> centres = AreaCentres.of(request, input.areas(), shapes, notices);
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
        ScanClusters clusters =
                new ScanClusters(outcome.scanned().orElseThrow(), scanOptions, areas, hidden, request.suppressUpTo());
        if (OutputFile.extension(request.output()).equals("json")) {
            OutputFile.writeJson(request.output(), clusters.json());
        } else {
            output.write(ScanTable.HEADER, new ScanTable(clusters, input, areas).rows());
        }
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
}
