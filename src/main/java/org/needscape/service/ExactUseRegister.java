package org.needscape.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.needscape.store.ExactUse;
import org.needscape.store.Store;

/** The record of who was given exact values, when and why. It holds none of them. */
public final class ExactUseRegister {

    private final Store store;

    public ExactUseRegister(Store store) {
        this.store = store;
    }

    /** All uses, oldest first. */
    public List<ExactUse> list() {
        return store.read(session -> session.protection().listExactUses());
    }

    /** A use as it stands in a JSON list. */
    public static ObjectNode json(ExactUse use) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("at", use.at().toString())
                .put("who", use.who())
                .put("what", use.what())
                .put("reason", use.reason());
    }

    /** A use on one line: when, who, what and why, with tabs between them. */
    public static String line(ExactUse use) {
        return use.at() + "\t" + use.who() + "\t" + use.what() + "\t"
                + use.reason().replaceAll("\\s+", " ");
    }
}
