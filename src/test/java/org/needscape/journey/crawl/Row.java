package org.needscape.journey.crawl;

import java.util.Map;
import java.util.Optional;

/**
 * What one document says of one area in one layer.
 *
 * @param source the document
 * @param fields by the names that CSV gives them; empty text where there is nothing
 */
record Row(String source, String layer, String code, Map<String, String> fields) {

    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    Optional<Double> number(String field) {
        return isNumber(text(field)) ? Optional.of(Double.valueOf(text(field))) : Optional.empty();
    }

    static boolean isNumber(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    }
}
