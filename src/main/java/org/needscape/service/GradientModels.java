package org.needscape.service;

import java.util.List;
import org.needscape.need.Gradient;
import org.needscape.need.GradientGroup;
import org.needscape.need.ModelChoice;
import org.needscape.protection.AreaModels;
import org.needscape.stats.CountData;
import org.needscape.stats.CountModel;

/** Which count model a report rests on, and what it is fitted to. */
final class GradientModels {

    private GradientModels() {}

    /** Models of small areas, as far as they may be told. */
    static GradientReport.Models overAreas(AreaModels fitted) {
        return new GradientReport.Models(
                ModelChoice.of(fitted.poisson(), fitted.negativeBinomial()),
                "Over " + fitted.areasUsed() + " small areas with their national decile, "
                        + fitted.basis().words() + ".",
                fitted.areasUsed());
    }

    /** Models of the tenths that are shown, for where those of small areas may not be told. */
    static GradientReport.Models overTenths(Gradient gradient) {
        List<GradientGroup> groups = gradient.groups();
        if (groups.size() < 2
                || groups.stream().anyMatch(group -> !group.count().isKnown())) {
            CountModel none = new CountModel.NotFitted("It takes two tenths, and none of them hidden.");
            return new GradientReport.Models(ModelChoice.of(none, none), "", 0);
        }
        return new GradientReport.Models(
                ModelChoice.of(CountData.of(
                        groups.stream()
                                .mapToDouble(group -> group.count().number().orElseThrow())
                                .toArray(),
                        groups.stream().mapToDouble(GradientGroup::population).toArray(),
                        groups.stream().mapToDouble(GradientGroup::meanDecile).toArray())),
                "Over the " + groups.size() + " tenths, or groups of tenths, that are shown.",
                0);
    }
}
