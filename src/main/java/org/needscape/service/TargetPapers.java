package org.needscape.service;

/**
 * What is made of one revision of target areas.
 *
 * @param exports its areas as files
 * @param packs what a board takes to its meeting
 * @param reviews what a board looks at a year later
 */
public record TargetPapers(TargetExports exports, TargetPackService packs, TargetReviewService reviews) {}
