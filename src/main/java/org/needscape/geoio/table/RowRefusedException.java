package org.needscape.geoio.table;

/** One row cannot be taken. It never leaves this package: the row becomes a refused row of the report. */
final class RowRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String whatToDo;

    /**
     * @param field the column as its header is written, or empty
     * @param reason one sentence without the content of a cell
     * @param whatToDo one sentence
     */
    RowRefusedException(String field, String reason, String whatToDo) {
        // A file may hold ten thousands of bad rows: their stack traces would cost more than reading.
        super(reason, null, false, false);
        this.field = field;
        this.whatToDo = whatToDo;
    }

    String field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String whatToDo() {
        return whatToDo;
    }
}
