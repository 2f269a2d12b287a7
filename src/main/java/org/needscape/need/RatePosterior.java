package org.needscape.need;

import org.needscape.stats.SeededDraws;

/** What is believed of the rates of areas once their counts are held against those of others. Areas are indices from 0. */
interface RatePosterior {

    /** The rate that is scored, events per person. */
    double rate(int area);

    /** A rate that an area may as well have. */
    double draw(int area, SeededDraws draws);

    /** Whether the rates of areas differ by more than chance. */
    boolean varies();
}
