package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaParent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.layer.Release;
import org.needscape.render.MapPoint;
import org.needscape.render.MapShape;
import org.needscape.render.MarkedAreasMap;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;
import org.needscape.store.TargetSetStore.SavedRevision;

/** The pack of one revision of target areas for a board's meeting. Safe for many threads. */
public final class TargetPackService {

    private static final String STYLE = style();
    private static final String POLICY =
            "default-src 'none'; style-src '" + hashOf(STYLE) + "'; base-uri 'none'; form-action 'none'";

    private final Store store;
    private final TargetSetService sets;

    public TargetPackService(Store store, TargetSetService sets) {
        this.store = store;
        this.sets = sets;
    }

    /** What a browser may load for a pack: its own style and nothing else. */
    public String policy() {
        return POLICY + "; frame-ancestors 'none'";
    }

    /**
     * The pack as a page that stands by itself.
     *
     * @param origin where the service is reached, such as {@code http://localhost:8080}
     * @throws NotFoundException when there is no such set or revision
     */
    public EncodedDocument get(ExtentName extent, String id, int number, String origin) {
        SavedRevision revision = store.read(session -> TargetRevisions.find(session, extent, id, Optional.of(number)));
        TargetGround ground = sets.ground(extent);
        JsonNode decision = DecisionJson.object(revision.document()).required("decision");
        String districtCode = decision.required("district").textValue();
        String district = ground.frame().districts().values().stream()
                .filter(parent -> parent.parent().code().value().equals(districtCode))
                .map(AreaParent::parentName)
                .findFirst()
                .orElse(districtCode);
        Map<String, String> names = new HashMap<>();
        ground.frame().names().forEach((code, name) -> names.put(code.value(), name));
        TargetPack.Setting setting = new TargetPack.Setting(
                ground.frame().extent().title(),
                district,
                ground.frame().extent().fictional(),
                origin + "/targets.html?extent=" + extent + "&set=" + id + "&revision=" + number,
                store.read(session -> map(session, ground, revision, decision, district)),
                names,
                ground.need().cautions(),
                ground.need().manifest().attributions(),
                ground.basis().release().map(Release::sentences).orElse(List.of()));
        return EncodedDocument.of(TargetPack.html(revision, sets.shown(revision), setting, STYLE, POLICY)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String map(
            StoreSession session, TargetGround ground, SavedRevision revision, JsonNode decision, String district) {
        Geography geography = ground.frame().geography();
        boolean isOther = TargetLayer.of(revision, revision)
                .geography()
                .filter(known -> !known.equals(geography))
                .isPresent();
        if (isOther) {
            return "";
        }
        List<String> chosen = new ArrayList<>();
        decision.required("areas")
                .forEach(area -> chosen.add(area.required("code").textValue()));
        List<MapShape> shapes = new ArrayList<>();
        List<String> words = new ArrayList<>();
        session.areas().forEachArea(ground.frame().extent().name(), geography, area -> {
            AreaCode code = area.id().code();
            int at = chosen.indexOf(code.value());
            if (at >= 0
                    || ground.frame()
                            .districtOf(code)
                            .equals(decision.required("district").textValue())) {
                shapes.add(shape(area.name(), at < 0 ? "" : Integer.toString(at + 1), area.boundary()));
                if (at >= 0) {
                    words.add("number " + (at + 1) + " is " + area.name());
                }
            }
        });
        return MarkedAreasMap.svg(
                "Target areas in " + district,
                "Map of the areas of " + district + ", north up. Target areas: " + String.join("; ", words) + ".",
                "Target area, numbered as in the table",
                "Other area of the district",
                shapes);
    }

    private static MapShape shape(String name, String label, MultiPolygon boundary) {
        List<List<MapPoint>> rings = new ArrayList<>();
        for (int k = 0; k < boundary.getNumGeometries(); k++) {
            Polygon part = (Polygon) boundary.getGeometryN(k);
            rings.add(points(part.getExteriorRing()));
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                rings.add(points(part.getInteriorRingN(hole)));
            }
        }
        Point middle = boundary.getInteriorPoint();
        return new MapShape(name, label, new MapPoint(middle.getX(), middle.getY()), rings);
    }

    private static List<MapPoint> points(LinearRing ring) {
        List<MapPoint> points = new ArrayList<>();
        for (Coordinate corner : ring.getCoordinates()) {
            points.add(new MapPoint(corner.getX(), corner.getY()));
        }
        return points;
    }

    private static String style() {
        try (InputStream in = TargetPackService.class.getResourceAsStream("/web/css/pack.css")) {
            if (in == null) {
                throw new IllegalStateException("The build lacks the style of board packs.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hashOf(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
