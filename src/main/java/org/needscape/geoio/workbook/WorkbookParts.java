package org.needscape.geoio.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.needscape.geoio.shapefile.ZipArchiveReader;
import org.needscape.report.UnreadableFileException;

/**
 * Which file of a workbook's zip is which: the relationships lead from the zip to the workbook and from there to its sheets and texts.
 *
 * <p>Source: ISO/IEC 29500-2, Open Packaging Conventions, 2021, section 6.5.
 */
final class WorkbookParts {

    private static final String OTHER_KIND =
            " is no workbook but a document of another kind: give the workbook (xlsx) or the CSV that the publisher offers.";

    private final ZipArchiveReader zip;
    private final String fileName;
    private final Map<String, String> names = new HashMap<>();

    private record Relationship(String type, String part) {}

    WorkbookParts(ZipArchiveReader zip, String fileName) {
        this.zip = zip;
        this.fileName = fileName;
        zip.names().forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        refuseWhatIsNoWorkbook();
    }

    /**
     * What a workbook says of itself.
     *
     * @param sheets those that people see, in their order
     * @param hiddenSheets how many others there are
     * @param texts the file of its shared texts
     */
    record Contents(List<WorkbookSheet> sheets, int hiddenSheets, Optional<String> texts) {

        Contents {
            sheets = List.copyOf(sheets);
        }
    }

    Contents contents() {
        String main = relationships("").values().stream()
                .filter(one -> one.type().endsWith("/officeDocument"))
                .findFirst()
                .map(Relationship::part)
                .orElseThrow(() -> new UnreadableFileException(fileName + OTHER_KIND));
        if (main.toLowerCase(Locale.ROOT).endsWith(".bin")) {
            throw new UnreadableFileException(
                    fileName + " is a binary workbook (xlsb): save it as xlsx, or the sheet as CSV (UTF-8).");
        }
        Map<String, Relationship> related = relationships(main);
        List<WorkbookSheet> sheets = new ArrayList<>();
        int hidden = 0;
        try (XmlPart xml = open(main)) {
            if (!xml.root().equals("workbook")) {
                throw new UnreadableFileException(fileName + OTHER_KIND);
            }
            while (xml.next()) {
                Relationship sheet = xml.isStart("sheet") ? related.get(xml.attribute("id")) : null;
                if (sheet == null || !sheet.type().endsWith("/worksheet")) {
                    continue;
                }
                if (xml.attribute("state").toLowerCase(Locale.ROOT).contains("hidden")) {
                    hidden++;
                } else {
                    sheets.add(new WorkbookSheet(xml.attribute("name"), sheet.part()));
                }
            }
        }
        Optional<String> texts = related.values().stream()
                .filter(one -> one.type().endsWith("/sharedStrings"))
                .findFirst()
                .map(Relationship::part);
        return new Contents(sheets, hidden, texts);
    }

    XmlPart open(String part) {
        String name = names.get(part.toLowerCase(Locale.ROOT));
        if (name == null) {
            throw new UnreadableFileException(XmlPart.damagedWords(fileName));
        }
        try {
            return new XmlPart(fileName, zip.open(name));
        } catch (IOException e) {
            throw new UnreadableFileException(XmlPart.damagedWords(fileName), e);
        }
    }

    private void refuseWhatIsNoWorkbook() {
        if (!names.containsKey("_rels/.rels")) {
            throw new UnreadableFileException(fileName
                    + (names.containsKey("mimetype") && names.containsKey("content.xml")
                            ? " is an OpenDocument file: save it as xlsx, or the sheet as CSV (UTF-8)."
                            : " is a zip archive and no workbook: unpack it and give the table that is inside."));
        }
        if (names.keySet().stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw new UnreadableFileException(
                    fileName + " holds macros, which are programs and no data: save it as xlsx without them.");
        }
    }

    /** The relationships of a part by their id, those to other places left out. */
    private Map<String, Relationship> relationships(String part) {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String list = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        Map<String, Relationship> found = new HashMap<>();
        try (XmlPart xml = open(list)) {
            while (xml.next()) {
                if (xml.isStart("Relationship") && !xml.attribute("TargetMode").equalsIgnoreCase("External")) {
                    found.put(
                            xml.attribute("Id"),
                            new Relationship(xml.attribute("Type"), resolve(folder, xml.attribute("Target"))));
                }
            }
        }
        return found;
    }

    /** A target as a name in the zip; one that leads out of it is the name of no file there. */
    private static String resolve(String folder, String target) {
        List<String> path = new ArrayList<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
            if (step.equals("..") && !path.isEmpty()) {
                path.remove(path.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.add(step);
            }
        }
        return String.join("/", path);
    }
}
