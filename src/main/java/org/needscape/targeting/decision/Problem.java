package org.needscape.targeting.decision;

/**
 * Something that keeps a decision from being saved as it stands.
 *
 * @param field of the document, such as {@code areas[2].reason}
 * @param sentence what is wrong and what to do
 */
public record Problem(String field, String sentence) {}
