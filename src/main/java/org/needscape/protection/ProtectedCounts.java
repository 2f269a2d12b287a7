package org.needscape.protection;

import java.util.Map;
import java.util.OptionalDouble;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Period;

/** The counts of a measure as they may be shown, with the few figures made of hidden ones that tell none of them. */
public interface ProtectedCounts extends CountView {

    /**
     * By how much limits widen because brothers and sisters are counted together: the design effect of the children counted in an
     * extent, for reasons that {@link DesignEffect} gives.
     *
     * @return above 1, to one decimal; nothing where families are not stated for every area, where the extent's count is hidden or small,
     *     and where nearly all children come alone
     */
    OptionalDouble designEffect(Period period, ExtentName extent);

    /**
     * Count models over small areas of an extent, with the log link and children as exposure. They may be fitted to hidden counts too;
     * what leaves tells none of them, for reasons that {@link ModelledCounts} gives. No request may choose the covariates: each set of
     * them tells a few more sums of hidden counts.
     *
     * @param extent that the areas belong to; others have no count
     * @param covariates of the areas that the models are about, in their own order; areas without a count or without children are left
     *     out and counted
     * @return the models, or one sentence that says why nothing is told
     */
    AreaModels models(ExtentName extent, Period period, Map<AreaCode, AreaCovariates> covariates);
}
