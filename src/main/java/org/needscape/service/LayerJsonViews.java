package org.needscape.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a layer stands in lists, the same on the command line and in the API. */
public final class LayerJsonViews {

    private LayerJsonViews() {}

    /** A layer's heading with the addresses where it is served. */
    public static ObjectNode heading(LayerHeading heading) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", heading.id().value());
        node.put("title", heading.title());
        node.put("kind", heading.kind().code());
        node.put("group", heading.kind().group());
        node.put("theme", heading.theme());
        node.put("geography", heading.geography().code());
        node.put("extent", heading.extent().name().value());
        node.put("fictional", heading.extent().fictional());
        node.put("unit", heading.unit());
        node.put("period", heading.period());
        heading.opensAs().ifPresent(instead -> node.putObject("opensAs")
                .put("id", instead.id().value())
                .put("why", instead.why()));
        RateSubjects.findCounted(heading).ifPresent(measure -> node.putObject("selection")
                .put("measure", measure.code())
                .put("period", heading.period())
                .put("geography", heading.geography().code()));
        ObjectNode links = node.putObject("links");
        String address = "/api/v1/layers/" + heading.id();
        links.put("values", address + "/values");
        for (LayerFormat format : LayerFormat.values()) {
            if (format.isExport()) {
                links.put(format.code(), address + format.suffix());
            }
        }
        links.put("geometry", "/api/v1/extents/" + heading.extent().name() + "/geometries/" + heading.geography());
        return node;
    }
}
