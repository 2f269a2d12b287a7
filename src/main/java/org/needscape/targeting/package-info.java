/**
 * Target areas: what a locality board asks for when it picks areas, and what it is answered.
 *
 * <p>A {@link org.needscape.targeting.TargetQuestion} holds {@link org.needscape.targeting.Candidate candidates} (what each area would
 * bring and cost), their neighbours, and {@link org.needscape.targeting.TargetConstraints constraints}. The areas chosen fall into
 * <em>pieces</em>: areas that hang together by neighbours that are chosen too. <em>Need reached</em> is the sum of the need of the areas
 * chosen. An answer is a {@link org.needscape.targeting.Suggestion}, or the {@link org.needscape.targeting.Conflict} that makes every
 * answer impossible. Numbers are those already shown: protected before they come here.
 *
 * <p>May use: {@code area}, {@code spatial}.
 */
@NullMarked
package org.needscape.targeting;

import org.jspecify.annotations.NullMarked;
