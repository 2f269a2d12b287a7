package org.needscape.geoio.layer;

import java.io.IOException;
import java.io.OutputStream;
import org.needscape.area.SmallArea;

/** Writes boundaries alone as a GeoJSON feature collection in WGS 84: the id of a feature is the area's code, its property its name. */
public final class GeometryGeoJsonWriter {

    private GeometryGeoJsonWriter() {}

    /** Writes the collection in the order of the areas and leaves the stream open. */
    public static void write(Iterable<SmallArea> areas, OutputStream out) throws IOException {
        JsonBytes json = new JsonBytes(out);
        Wgs84Json geometry = new Wgs84Json();
        json.raw("{\"type\":\"FeatureCollection\",\"features\":[");
        String separator = "\n";
        for (SmallArea area : areas) {
            json.raw(separator)
                    .raw("{\"type\":\"Feature\",\"id\":")
                    .text(area.id().code().value());
            json.raw(",\"properties\":{\"name\":").text(area.name()).raw("},\"geometry\":");
            geometry.write(json, area.boundary());
            json.raw('}');
            separator = ",\n";
        }
        json.raw("\n]}\n").flush();
    }
}
