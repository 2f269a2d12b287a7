package org.needscape.report;

import java.util.ArrayList;
import java.util.List;

/** Collects what happens to the records of one file. Used by one thread. */
public final class ImportLog {

    /** How many problems are kept with their details; beyond it they are only counted. */
    public static final int MAX_PROBLEMS = 10_000;

    private final String fileName;
    private final List<String> notes = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private long read;
    private long accepted;
    private long repaired;
    private long refused;
    private long outside;

    /** @param fileName the file without its folder */
    public ImportLog(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }

    /** A record was read, whatever becomes of it. */
    public void read() {
        read++;
    }

    /** The record was taken. */
    public void accepted() {
        accepted++;
    }

    /** The record was repaired; count it with {@link #accepted()} too. */
    public void repaired(ImportProblem problem) {
        repaired++;
        keep(problem);
    }

    /** The record was left out. */
    public void refused(ImportProblem problem) {
        refused++;
        keep(problem);
    }

    /** The record is about an area that is not loaded. */
    public void outside() {
        outside++;
    }

    /** Something about the file as a whole, one sentence; said once. */
    public void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    public long acceptedCount() {
        return accepted;
    }

    public ImportReport toReport() {
        List<String> all = new ArrayList<>(notes);
        if (repaired + refused > problems.size()) {
            all.add("Only the first " + MAX_PROBLEMS + " of " + (repaired + refused) + " problems are listed.");
        }
        return new ImportReport(fileName, read, accepted, repaired, refused, outside, all, problems);
    }

    private void keep(ImportProblem problem) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(problem);
        }
    }
}
