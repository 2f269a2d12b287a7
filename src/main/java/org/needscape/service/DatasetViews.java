package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.ReleaseDecision;
import org.needscape.store.Dataset;

/** How a data set stands in lists, as JSON and as lines for people. */
public final class DatasetViews {

    private static final String OPEN = "open";

    private DatasetViews() {}

    /** A data set with its policy and decisions; without restricted figures it is {@code open} and has neither. */
    public static ObjectNode json(ListedDataset listed) {
        Dataset dataset = listed.dataset();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", dataset.id());
        node.put("title", dataset.title());
        node.put("source", dataset.source());
        node.put("imported", dataset.imported().toString());
        if (listed.agreed().isEmpty()) {
            return node.put("state", OPEN).put("stateWords", "open figures");
        }
        ListedDataset.Agreed agreed = listed.agreed().get();
        DatasetPolicy policy = agreed.policy();
        node.put("state", agreed.state().code());
        node.put("stateWords", agreed.state().words());
        node.put("marking", policy.marking());
        node.put("keepUntil", policy.keepUntil().map(LocalDate::toString).orElse(null));
        node.put("exactAudience", policy.exactAudience());
        DisclosurePolicy rule = policy.rule();
        node.putObject("rule")
                .put("largestHiddenCount", rule.threshold())
                .put("zeroIsHidden", rule.zeroIsDisclosive())
                .put("roundingBase", rule.roundingBase())
                .put("minimumDenominator", rule.minimumDenominator())
                .put("protectionWidth", rule.protectionWidth());
        ArrayNode decisions = node.putArray("decisions");
        for (ReleaseDecision decision : agreed.decisions()) {
            decisions
                    .addObject()
                    .put("state", decision.state().code())
                    .put("by", decision.by())
                    .put("at", decision.at().toString())
                    .put("note", decision.note());
        }
        return node;
    }

    /** A line with number, state and title, with tabs between them; what was agreed and decided follows on lines that begin with one. */
    public static List<String> lines(ListedDataset listed) {
        Dataset dataset = listed.dataset();
        String state = listed.agreed().map(agreed -> agreed.state().code()).orElse(OPEN);
        List<String> lines = new ArrayList<>();
        lines.add(dataset.id() + "\t" + state + "\t" + dataset.title());
        listed.agreed().ifPresent(agreed -> {
            DatasetPolicy policy = agreed.policy();
            lines.add("\t" + words(policy.rule()));
            lines.add("\tExact values: " + policy.exactAudience());
            lines.add("\tKept until: "
                    + policy.keepUntil().map(LocalDate::toString).orElse("no end"));
            lines.add("\tMarking: " + policy.marking());
            agreed.decisions().forEach(decision -> lines.add("\t" + words(decision)));
        });
        return lines;
    }

    private static String words(DisclosurePolicy rule) {
        String counts = rule.roundingBase() > 0
                ? "Counts are rounded to multiples of " + rule.roundingBase() + " (a small one is up to "
                        + rule.threshold()
                : "Counts of " + (rule.threshold() == 1 ? "1" : "1 to " + rule.threshold()) + " are hidden (zero is "
                        + (rule.zeroIsDisclosive() ? "hidden" : "shown");
        return counts + "), and so are shares and rates of fewer than " + rule.minimumDenominator()
                + "; protection width " + rule.protectionWidth();
    }

    private static String words(ReleaseDecision decision) {
        return decision.at().toString().substring(0, 10) + " "
                + decision.state().code() + " by " + decision.by()
                + (decision.note().isEmpty() ? "" : ": " + decision.note().replaceAll("\\s+", " "));
    }
}
