package org.needscape.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.Extent;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.indicator.Measure;
import org.needscape.layer.Layer;
import org.needscape.layer.Release;
import org.needscape.protection.FigureSource;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/** Makes the layers of rates and of restricted indicators once more, of exact values, and says so on them. Keeps none of them. */
final class ExactLayers {

    static final String MARKING = "EXACT VALUES. Not for publication: shows counts that are hidden everywhere else.";

    private static final String TITLE_END = " (exact values)";

    private final FigureSource figures;
    private final StoreSession session;
    private final SeriesCatalog catalog;

    ExactLayers(FigureSource figures, StoreSession session, SeriesCatalog catalog) {
        this.figures = figures;
        this.session = session;
        this.catalog = catalog;
    }

    /** The layer of a series. */
    Layer ofSeries(LayerHeading heading, StoredSeries series) {
        AreaFrame frame = AreaFrame.load(session, heading.extent(), heading.geography());
        return marked(new IndicatorLayer(figures).build(session, frame, series, catalog.definition(series)));
    }

    /** The layer of rates of that key; none when what it was made of is gone. */
    Optional<Layer> ofRates(LayerHeading heading) {
        boolean districts = heading.geography().level() == Level.LAD;
        List<Geography> smallAreas = catalog.geographies().stream()
                .filter(geography -> geography.level() == Level.LSOA)
                .filter(geography -> districts || geography.equals(heading.geography()))
                .sorted(Comparator.reverseOrder())
                .toList();
        return RateSubjects.findMeasure(heading).flatMap(measure -> smallAreas.stream()
                .flatMap(geography -> ofRates(heading, geography, measure, districts).stream())
                .findFirst());
    }

    private Optional<Layer> ofRates(LayerHeading heading, Geography geography, Measure measure, boolean districts) {
        AreaFrame areas = AreaFrame.load(session, heading.extent(), geography);
        RateSubjects subjects = new RateSubjects(
                figures, session, areas, catalog, measure, figures.counts(session, measure.indicatorId(), geography));
        List<StoredSeries> years = catalog.list(measure, geography);
        Stream<Optional<RateSubject>> found;
        if (districts) {
            Map<AreaCode, AreaId> districtOf = new TreeMap<>();
            areas.districts().forEach((code, parent) -> districtOf.put(code, parent.parent()));
            found = years.stream().map(year -> subjects.ofDistricts(year, heading.geography(), districtOf));
        } else {
            found = years.stream().map(subjects::ofYear);
        }
        AreaFrame frame = districts ? AreaFrame.load(session, heading.extent(), heading.geography()) : areas;
        return found.flatMap(Optional::stream)
                .filter(subject -> subject.key().equals(heading.key()))
                .findFirst()
                .map(subject -> marked(RateLayer.build(frame, subject, RateLayer.manifest(session, frame, subject))));
    }

    /** Nobody approved exact values for release, whatever was decided about the figures as everybody sees them. */
    private static Layer marked(Layer layer) {
        Release release = new Release(
                MARKING,
                "draft",
                "",
                "",
                layer.release().map(Release::keepUntil).orElse(""));
        return new Layer(
                layer.id(),
                layer.title() + TITLE_END,
                layer.kind(),
                layer.extent(),
                layer.geography(),
                layer.period(),
                layer.unit(),
                layer.decimals(),
                layer.valueLabel(),
                layer.sentence(),
                layer.columns(),
                layer.legend(),
                cautions(layer.extent(), layer),
                layer.manifest(),
                Optional.of(release),
                layer.rows());
    }

    private static List<String> cautions(Extent extent, Layer layer) {
        List<String> cautions = new ArrayList<>(layer.cautions());
        List<String> exact = new ArrayList<>(List.of(Cautions.EXACT));
        layer.release().ifPresent(release -> exact.add("The data sets are marked: " + release.marking()));
        cautions.addAll(extent.fictional() ? 1 : 0, exact);
        return cautions;
    }
}
