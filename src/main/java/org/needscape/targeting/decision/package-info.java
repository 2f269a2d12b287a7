/** What a locality board decides on target areas: a plan, its way from draft to agreed, and what it must say before it is agreed. */
@NullMarked
package org.needscape.targeting.decision;

import org.jspecify.annotations.NullMarked;
