package org.needscape.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.needscape.layer.Release;

/** How far figures may go, in the same fields wherever they are shown. */
public final class ReleaseJsonViews {

    private ReleaseJsonViews() {}

    /** Says it in what is made of restricted figures, as layers do. */
    public static void put(ObjectNode node, Release release) {
        node.put("marking", release.marking());
        node.putObject("release")
                .put("state", release.state())
                .put("approvedBy", release.approvedBy())
                .put("approvedAt", release.approvedAt())
                .put("keepUntil", release.keepUntil());
    }
}
