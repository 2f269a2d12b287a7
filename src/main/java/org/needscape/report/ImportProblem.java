package org.needscape.report;

/**
 * One record that was repaired or refused.
 *
 * @param kind whether it was taken after a repair or left out
 * @param row the number of the record in the file: the line for a table (the header is line 1), the record, counted from 1, for
 *     boundaries; 0 when it is about the whole file
 * @param field the column, or empty
 * @param area the area code of the record, or empty; never any other content of the row
 * @param reason what is wrong, one sentence
 * @param whatToDo what a person can do about it, one sentence
 */
public record ImportProblem(Kind kind, long row, String field, String area, String reason, String whatToDo) {

    /** What became of the record. */
    public enum Kind {
        REPAIRED("repaired"),
        REFUSED("refused");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public static ImportProblem refused(long row, String field, String area, String reason, String whatToDo) {
        return new ImportProblem(Kind.REFUSED, row, field, area, reason, whatToDo);
    }

    public static ImportProblem repaired(long row, String field, String area, String reason, String whatToDo) {
        return new ImportProblem(Kind.REPAIRED, row, field, area, reason, whatToDo);
    }
}
