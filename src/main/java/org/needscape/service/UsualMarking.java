package org.needscape.service;

import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.ReleaseState;

/** The markings that nobody chose, which say themselves how far a data set is on its way to release. */
final class UsualMarking {

    static final String DRAFT = DatasetPolicy.draft(1).marking();
    static final String APPROVED = "Official: approved for release";

    private UsualMarking() {}

    /** The marking in a state: a usual one follows the state, one that somebody chose stays as it is. */
    static String following(String marking, ReleaseState state) {
        if (!marking.equals(DRAFT) && !marking.equals(APPROVED)) {
            return marking;
        }
        return state == ReleaseState.APPROVED ? APPROVED : DRAFT;
    }
}
