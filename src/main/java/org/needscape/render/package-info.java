/**
 * Charts and maps as SVG text, and the text of pages that stand by themselves, made on the server so that they work without scripts and
 * print sharply.
 *
 * <p>Every chart carries a title and a description for screen readers, uses presentation attributes only (no style attribute and
 * no style element, which the content security policy forbids), no font but the reader's own, and never colour alone.
 *
 * <p>May use: {@code indicator}, {@code need}, {@code stats}.
 */
@NullMarked
package org.needscape.render;

import org.jspecify.annotations.NullMarked;
