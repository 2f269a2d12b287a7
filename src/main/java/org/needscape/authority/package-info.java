/**
 * What is published about whole authorities: help and protection by authority, region and country, the deprivation of authorities, which
 * authorities are statistical neighbours, and tables of counts by national decile that neighbouring authorities share.
 *
 * <p>An <em>authority</em> is a council with duties for children, a region of them or the country; its code is a code of the register of
 * the Office for National Statistics. Figures of authorities are published as they are and nothing of them is hidden here; what their
 * publisher hid stays hidden.
 *
 * <p>May use: {@code area}, {@code indicator}.
 */
@NullMarked
package org.needscape.authority;

import org.jspecify.annotations.NullMarked;
