/**
 * Finds target areas: the most need reached within constraints, proven as far as time allows.
 *
 * <p>Choosing areas is an integer programme: x is 1 for an area that is chosen and 0 for one that is not; the need reached, the sum of
 * need times x, is to be as large as possible; limits, numbers of areas and floors are linear in x; pieces are not. A set has at most K
 * pieces when for every connected group C of areas and every area u in it, x(u) is at most the number of pieces that start in C plus
 * the sum of x over the areas next to C (Carvajal, Constantino, Goycoolea, Vielma and Weintraub, 2013, Operations Research 61:824-836, DOI
 * 10.1287/opre.2013.1183; Fischetti, Leitner, Ljubić, Luipersbeck, Monaci, Resch, Salvagnin and Sinnl, 2017, Mathematical Programming
 * Computation 9:203-229, DOI 10.1007/s12532-016-0111-0). There are too many such groups to list; a search bounds what any set can reach by
 * pricing the linear constraints and raising the duals of these inequalities one after the other.
 *
 * <p>Areas are indices by rising code throughout, so that ties go by code and the same question has the same answer.
 *
 * <p>May use: {@code area}, {@code spatial}, {@code stats}, {@code targeting}, ojAlgo.
 */
@NullMarked
package org.needscape.targeting.solver;

import org.jspecify.annotations.NullMarked;
