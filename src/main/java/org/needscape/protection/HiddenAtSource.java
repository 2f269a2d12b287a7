package org.needscape.protection;

/**
 * What the parts that a publisher has hidden in a file add up to, because the total and the other parts are there.
 *
 * @param what the total and its hidden parts, for people
 * @param sum what the parts add up to, for people, with what follows if one of them is small
 * @param pinnedDown whether that gives a part away
 */
public record HiddenAtSource(String what, String sum, boolean pinnedDown) {}
