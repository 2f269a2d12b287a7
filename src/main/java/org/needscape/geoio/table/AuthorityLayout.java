package org.needscape.geoio.table;

import org.needscape.report.ImportLog;

/** One kind of file about whole authorities, known by its header. */
interface AuthorityLayout {

    String OPEN_GOVERNMENT_LICENCE = "Open Government Licence v3.0";

    /** Whether a table with this header is of the kind. */
    boolean recognises(TableHeader header);

    /**
     * Makes ready to read.
     *
     * @param header of the table
     * @param lastYear the latest year that the table has figures of; 0 where it says none
     */
    Reader open(TableHeader header, int lastYear, AuthorityCollector collector, ImportLog log);

    /** Reads the rows of one table. */
    interface Reader {

        /** Takes a row whole, or throws {@link RowRefusedException} before anything of it was kept. */
        void take(TableRow row);

        /** What it all came to. */
        AuthorityTables finish();
    }
}
