package org.needscape.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Period;

/**
 * Summaries of cases of children. They are protected before they get here: no case, no small count and nothing that gives one away is
 * ever kept.
 */
public interface CaseStore {

    /** What stands for the whole extent among places. */
    String WHOLE = "";

    /**
     * Keeps the summaries of an extent and period, in place of those that were there.
     *
     * @param heading of what data set they are
     * @param summaries by place: {@link #WHOLE}, and the codes of districts
     * @throws IllegalArgumentException when there is no such extent or data set
     */
    void save(Heading heading, Map<String, String> summaries);

    /** What there is of an extent, latest period first. */
    List<Heading> list(ExtentName extent);

    /** The places that an extent and period has summaries of, in order, {@link #WHOLE} first. */
    List<String> listPlaces(ExtentName extent, Period period);

    Optional<String> find(ExtentName extent, Period period, String place);

    /** Forgets the summaries of a data set. @return how many there were */
    int forget(long dataset);

    /**
     * Summaries of one extent and period.
     *
     * @param dataset the number of the data set that they are of
     */
    record Heading(ExtentName extent, Period period, long dataset) {}
}
