package org.needscape.service;

/**
 * What is made of one revision of target areas.
 *
 * @param exports its areas as files
 */
public record TargetPapers(TargetExports exports) {}
