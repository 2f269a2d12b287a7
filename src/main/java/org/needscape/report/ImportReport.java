package org.needscape.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The answer to an import.
 *
 * @param fileName the file without its folder
 * @param read records in the file
 * @param accepted records taken, repaired ones among them
 * @param repaired records taken after a repair
 * @param refused records left out because something is wrong with them
 * @param outside records left out because their area is not loaded; nothing is wrong with them
 * @param notes what a person should know about the file as a whole
 * @param problems the repaired and refused records in file order, at most {@link ImportLog#MAX_PROBLEMS}
 */
public record ImportReport(
        String fileName,
        long read,
        long accepted,
        long repaired,
        long refused,
        long outside,
        List<String> notes,
        List<ImportProblem> problems) {

    public ImportReport {
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    /** The same with more that a person should know. */
    public ImportReport withNotes(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new ImportReport(fileName, read, accepted, repaired, refused, outside, all, problems);
    }

    /** One sentence with the numbers. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        text.append(fileName)
                .append(": ")
                .append(read)
                .append(" records read, ")
                .append(accepted)
                .append(" accepted");
        if (repaired > 0) {
            text.append(" (").append(repaired).append(" of them repaired)");
        }
        text.append(", ").append(refused).append(" refused");
        if (outside > 0) {
            text.append(", ").append(outside).append(" for areas that are not loaded");
        }
        return text.append('.').toString();
    }
}
