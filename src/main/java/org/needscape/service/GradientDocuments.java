package org.needscape.service;

/** A kept gradient as a chart. */
final class GradientDocuments {

    private GradientDocuments() {}

    static String chart(String json) {
        return json.isEmpty() ? "" : "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    }
}
