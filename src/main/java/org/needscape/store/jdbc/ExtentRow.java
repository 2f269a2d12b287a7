package org.needscape.store.jdbc;

import org.needscape.area.Extent;

/** An extent with the number of its row. */
record ExtentRow(int id, Extent extent) {}
