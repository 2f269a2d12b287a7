package org.needscape.geoio.table;

import org.needscape.area.Geography;

/**
 * What a table turned out to be.
 *
 * @param geography level and vintage of the areas that its rows are about
 * @param title for people, such as "English Indices of Deprivation 2019"
 * @param source publisher and title, or "not stated"; says so when the data are fictional
 * @param licence the licence's name, or "not stated"
 */
public record TableSummary(Geography geography, String title, String source, String licence) {}
