package org.needscape.geoio.table;

import java.util.List;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.cooccurrence.FactorFlag;
import org.needscape.cooccurrence.SupportLevel;
import org.needscape.indicator.Period;

/** Takes cases one at a time, to count them and keep none. */
@FunctionalInterface
public interface CaseConsumer {

    /**
     * Takes a case.
     *
     * @param area that the child lives in
     * @param level empty where it is not known
     * @param flags one for each factor, in the order in which the file names them
     */
    void accept(AreaCode area, Period period, Optional<SupportLevel> level, List<FactorFlag> flags);
}
