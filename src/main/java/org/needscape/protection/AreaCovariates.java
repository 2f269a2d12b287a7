package org.needscape.protection;

import java.util.List;

/**
 * What is known of a small area besides its count, all of it open.
 *
 * @param children aged 0 to 17; an area of none has no rate and is left out of a model
 * @param covariates such as its national deprivation decile, finite, the same number for every area
 */
public record AreaCovariates(double children, List<Double> covariates) {

    public AreaCovariates {
        covariates = List.copyOf(covariates);
        if (!(children >= 0) || Double.isInfinite(children)) {
            throw new IllegalArgumentException("Children are 0 or more, not " + children + ".");
        }
        for (double covariate : covariates) {
            if (!Double.isFinite(covariate)) {
                throw new IllegalArgumentException("A covariate is a finite number, not " + covariate + ".");
            }
        }
    }
}
