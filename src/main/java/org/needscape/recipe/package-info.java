/**
 * The recipe of a need matrix as a JSON document, the same for files, the store and the service: its schema, and its reader.
 */
@NullMarked
package org.needscape.recipe;

import org.jspecify.annotations.NullMarked;
