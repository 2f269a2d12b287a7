package org.needscape.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.layer.LayerId;
import org.needscape.service.DocumentService;
import org.needscape.service.EncodedDocument;
import org.needscape.service.LayerFormat;
import org.needscape.service.LayerHeading;
import org.needscape.service.LayerJsonViews;
import org.needscape.service.LayerService;
import org.needscape.service.NotFoundException;
import org.needscape.service.Wgs84Box;

/** Lists layers and hands them out: values for the page, GeoJSON, CSV and shapefile for everybody. */
final class LayerController {

    private final LayerService layers;
    private final DocumentService documents;

    LayerController(LayerService layers, DocumentService documents) {
        this.layers = layers;
        this.documents = documents;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/layers", this::list);
        routes.get("/api/v1/layers/{id}/values", this::values);
        routes.get("/api/v1/layers/{document}", this::document);
        routes.get("/api/v1/extents/{extent}/geometries/{geography}", this::geometry);
    }

    private void list(Context context) {
        Parameters.only(context, "extent");
        Optional<ExtentName> extent = Parameters.query(context, "extent", ExtentName::new);
        ObjectNode answer = Views.object();
        ArrayNode list = answer.putArray("layers");
        for (LayerHeading heading : layers.list(extent)) {
            list.add(LayerJsonViews.heading(heading));
        }
        Json.send(context, answer);
    }

    private void values(Context context) throws IOException {
        Parameters.only(context);
        send(context, Parameters.layer(context.pathParam("id")), LayerFormat.VALUES);
    }

    private void document(Context context) throws IOException {
        Parameters.only(context, "download");
        String name = context.pathParam("document");
        for (LayerFormat format : LayerFormat.values()) {
            if (!format.suffix().isEmpty() && name.endsWith(format.suffix())) {
                LayerId id = Parameters.layer(
                        name.substring(0, name.length() - format.suffix().length()));
                if (context.queryParam("download") != null) {
                    Documents.asDownload(context, name);
                }
                if (format == LayerFormat.CSV) {
                    context.header(
                            "Link",
                            "</api/v1/layers/" + id + LayerFormat.CSV_METADATA.suffix()
                                    + ">; rel=\"describedby\"; type=\"application/csvm+json\"");
                }
                send(context, id, format);
                return;
            }
        }
        throw new NotFoundException(
                "A layer's address ends in .geojson, .csv, .xlsx, .shp.zip or .gpkg, or is followed by /values.");
    }

    private void geometry(Context context) {
        Parameters.only(context, "bbox");
        ExtentName extent = Parameters.extent(context);
        Geography geography = Parameters.geography(context);
        EncodedDocument document = Parameters.queryOnce(context, "bbox", Wgs84Box::parse)
                .map(box -> documents.geometry(extent, geography, box))
                .orElseGet(() -> documents.geometry(extent, geography));
        Documents.send(context, document, LayerFormat.GEOJSON.mediaType());
    }

    private void send(Context context, LayerId id, LayerFormat format) throws IOException {
        if (documents.isHeld(id)) {
            Documents.send(context, documents.layer(id, format), format.mediaType());
            return;
        }
        context.contentType(format.mediaType());
        context.header("Cache-Control", "no-cache");
        context.header("Vary", "Accept-Encoding");
        if (!format.isCompressed() && Documents.acceptsGzip(context)) {
            context.header("Content-Encoding", "gzip");
            try (OutputStream out = new GZIPOutputStream(context.res().getOutputStream(), 1 << 16)) {
                documents.write(id, format, out);
            }
        } else {
            documents.write(id, format, context.res().getOutputStream());
        }
    }
}
