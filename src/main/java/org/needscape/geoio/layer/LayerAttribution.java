package org.needscape.geoio.layer;

import java.util.List;
import org.needscape.layer.Layer;
import org.needscape.layer.LegendClass;

/** The text that goes with an exported layer: what it is, how far it may go, whom to name and what to mind. */
final class LayerAttribution {

    private LayerAttribution() {}

    static String text(Layer layer) {
        StringBuilder text = new StringBuilder();
        if (layer.extent().fictional()) {
            paragraph(
                    text,
                    "FICTIONAL DATA. The areas and numbers of this file are invented. They describe no real place.");
        }
        layer.release().ifPresent(release -> paragraph(text, String.join(" ", release.sentences())));
        paragraph(
                text, layer.title() + "\n" + layer.extent().title() + ", " + layer.geography() + ", " + layer.period());
        paragraph(text, layer.sentence());
        text.append("Sources\n");
        layer.manifest().attributions().forEach(source -> item(text, source));
        if (!layer.extent().fictional()) {
            item(
                    text,
                    "Boundaries: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS"
                            + " data \u00A9 Crown copyright and database right "
                            + layer.geography().vintageYear() + ".");
        }
        text.append('\n');
        if (!layer.cautions().isEmpty()) {
            text.append("What to mind\n");
            layer.cautions().forEach(caution -> item(text, caution));
            text.append('\n');
        }
        text.append("Classes (field CLASS)\n");
        for (LegendClass each : layer.legend()) {
            item(text, each.code() + ": " + each.label());
        }
        text.append('\n');
        paragraph(
                text,
                "Where a number is missing its field is blank, and a text field says why: STATEWORDS for the value itself,"
                        + " fields that end in _S for the others ("
                        + LayerExport.MARKS
                        + "). A blank never stands for zero.");
        text.append("What the fields mean is in fields.csv, how the layer was made in manifest.json.\n");
        return text.toString();
    }

    /** The same line by line, without empty ones. */
    static List<String> lines(Layer layer) {
        return text(layer).lines().filter(line -> !line.isBlank()).toList();
    }

    private static void paragraph(StringBuilder text, String content) {
        if (!content.isBlank()) {
            text.append(content).append("\n\n");
        }
    }

    private static void item(StringBuilder text, String content) {
        text.append("- ").append(content).append('\n');
    }
}
