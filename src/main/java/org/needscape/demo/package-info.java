/**
 * Generates the fictional demonstration county, Aldermoor: land, deprivation, residents, circumstances and counts of help, in
 * the publishers' own file formats, with the truth that was planted in it.
 *
 * <p>A <em>parcel</em> is the smallest piece of land; LSOAs, districts and the county are groups of whole parcels. A
 * <em>landscape</em> is a smooth random pattern over the land. <em>Planting</em> is what was put in on purpose for methods to
 * find, or not to find.
 *
 * <p>The same seed gives the same files on any machine: functions come from {@code StrictMath} or commons-math, each purpose
 * has its own stream of random numbers, coordinates are rounded to a centimetre, and nothing depends on the clock, the locale
 * or the order of a hash table.
 *
 * <p>May use: {@code area}, {@code indicator}, {@code stats}, {@code spatial}, {@code geoio}, JTS, commons-csv, Jackson.
 */
@NullMarked
package org.needscape.demo;

import org.jspecify.annotations.NullMarked;
