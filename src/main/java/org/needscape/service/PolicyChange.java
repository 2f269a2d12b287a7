package org.needscape.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.DisclosurePolicy;

/**
 * What is to become different in a policy; everything else of it stays. Each step is checked as it is added and throws
 * {@link IllegalArgumentException} with one sentence when a policy cannot have such a value.
 */
public final class PolicyChange {

    private static final PolicyChange NONE = new PolicyChange(policy -> policy);

    private final UnaryOperator<DatasetPolicy> change;

    private PolicyChange(UnaryOperator<DatasetPolicy> change) {
        this.change = change;
        // The parts of a policy do not depend on each other, so that what one policy may have every policy may have.
        var unused = change.apply(DatasetPolicy.draft(1));
    }

    /** No change. */
    public static PolicyChange none() {
        return NONE;
    }

    /** The largest hidden count, 1 to 100. */
    public PolicyChange withThreshold(int value) {
        return withRule(rule -> new DisclosurePolicy(
                value,
                rule.zeroIsDisclosive(),
                rule.roundingBase(),
                rule.minimumDenominator(),
                rule.protectionWidth()));
    }

    /** Whether a count of zero is hidden too. */
    public PolicyChange withZeroHidden(boolean value) {
        return withRule(rule -> new DisclosurePolicy(
                rule.threshold(), value, rule.roundingBase(), rule.minimumDenominator(), rule.protectionWidth()));
    }

    /** What counts are rounded to a multiple of instead of being hidden, 2 to 100; 0 to hide small counts. */
    public PolicyChange withRoundingBase(int value) {
        return withRule(rule -> new DisclosurePolicy(
                rule.threshold(), rule.zeroIsDisclosive(), value, rule.minimumDenominator(), rule.protectionWidth()));
    }

    /** Of how many people a share or rate must be to be shown, 0 to 10,000. */
    public PolicyChange withMinimumDenominator(int value) {
        return withRule(rule -> new DisclosurePolicy(
                rule.threshold(), rule.zeroIsDisclosive(), rule.roundingBase(), value, rule.protectionWidth()));
    }

    /** How far apart the bounds must lie that anybody can work out for a hidden count, 1 to 100. */
    public PolicyChange withProtectionWidth(int value) {
        return withRule(rule -> new DisclosurePolicy(
                rule.threshold(), rule.zeroIsDisclosive(), rule.roundingBase(), rule.minimumDenominator(), value));
    }

    /** Who may see exact values, in words. */
    public PolicyChange withExactAudience(String words) {
        return then(policy -> new DatasetPolicy(
                policy.dataset(), policy.rule(), words.strip(), policy.keepUntil(), policy.marking(), policy.state()));
    }

    /** The last day on which the data set may be kept and shown; empty for no end. */
    public PolicyChange withKeepUntil(Optional<LocalDate> day) {
        return then(policy -> new DatasetPolicy(
                policy.dataset(), policy.rule(), policy.exactAudience(), day, policy.marking(), policy.state()));
    }

    /** What stands on everything that is made of the data set. */
    public PolicyChange withMarking(String words) {
        return then(policy -> new DatasetPolicy(
                policy.dataset(),
                policy.rule(),
                policy.exactAudience(),
                policy.keepUntil(),
                words.strip(),
                policy.state()));
    }

    DatasetPolicy apply(DatasetPolicy policy) {
        return change.apply(policy);
    }

    /** What is different between two policies, for the record, such as "largest hidden count 10, was 5". */
    static String words(DatasetPolicy before, DatasetPolicy after) {
        List<String> words = new ArrayList<>();
        add(
                words,
                "largest hidden count",
                before.rule().threshold(),
                after.rule().threshold());
        if (before.rule().zeroIsDisclosive() != after.rule().zeroIsDisclosive()) {
            words.add(after.rule().zeroIsDisclosive() ? "zero is hidden" : "zero is shown");
        }
        add(words, "rounding base", before.rule().roundingBase(), after.rule().roundingBase());
        add(
                words,
                "smallest denominator",
                before.rule().minimumDenominator(),
                after.rule().minimumDenominator());
        add(
                words,
                "protection width",
                before.rule().protectionWidth(),
                after.rule().protectionWidth());
        add(words, "kept until", end(before), end(after));
        if (!before.exactAudience().equals(after.exactAudience())) {
            words.add("another audience of exact values");
        }
        if (!before.marking().equals(after.marking())) {
            words.add("another marking");
        }
        return "policy changed: " + String.join("; ", words);
    }

    private static void add(List<String> words, String what, Object before, Object after) {
        if (!before.equals(after)) {
            words.add(what + " " + after + ", was " + before);
        }
    }

    private static String end(DatasetPolicy policy) {
        return policy.keepUntil().map(LocalDate::toString).orElse("no end");
    }

    private PolicyChange withRule(UnaryOperator<DisclosurePolicy> rule) {
        return then(policy -> new DatasetPolicy(
                policy.dataset(),
                rule.apply(policy.rule()),
                policy.exactAudience(),
                policy.keepUntil(),
                policy.marking(),
                policy.state()));
    }

    private PolicyChange then(UnaryOperator<DatasetPolicy> next) {
        return new PolicyChange(policy -> next.apply(change.apply(policy)));
    }
}
