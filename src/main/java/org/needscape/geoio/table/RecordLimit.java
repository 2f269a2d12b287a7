package org.needscape.geoio.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a record that does not end, as an unclosed quotation mark makes one, before it fills the memory. */
final class RecordLimit extends FilterReader {

    /** A record is longer than is allowed. */
    static final class ExceededException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The parser reads ahead, so that a record of the allowed length may seem longer by this much. */
    private static final int READ_AHEAD_CHARACTERS = 1 << 16;

    private final int maxCharacters;
    private long sinceRecordStart;

    RecordLimit(Reader in, int maxCharacters) {
        super(in);
        this.maxCharacters = maxCharacters;
    }

    /** Counting begins again. */
    void startRecord() {
        sinceRecordStart = 0;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        add(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        add(Math.max(0, read));
        return read;
    }

    private void add(int read) throws IOException {
        sinceRecordStart += read;
        if (sinceRecordStart > (long) maxCharacters + READ_AHEAD_CHARACTERS) {
            throw new ExceededException();
        }
    }
}
