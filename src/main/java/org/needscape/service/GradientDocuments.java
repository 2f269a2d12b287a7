package org.needscape.service;

/** A kept gradient as a chart. */
final class GradientDocuments {

    private GradientDocuments() {}

    static String chart(String json) {
        throw new NotFoundException("No chart yet." + json.length());
    }
}
