package org.needscape.store;

import java.time.Instant;
import org.needscape.area.ExtentName;

/**
 * What an audit of an extent's published figures found.
 *
 * @param extent which areas
 * @param at when, to the microsecond
 * @param passed whether nobody can work out a hidden figure
 * @param content the report, as a text of the service's own
 */
public record AuditRun(ExtentName extent, Instant at, boolean passed, String content) {}
