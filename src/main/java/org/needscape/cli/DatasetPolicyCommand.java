package org.needscape.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needscape.service.PolicyChange;
import org.needscape.service.Signature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code needscape datasets policy}. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = {
            "Changes what of a data set is hidden, who may see exact values, how long it is kept and what stands on it;"
                    + " what is not named stays as it is.",
            "A later import of the same figures begins with the same rule, audience and marking."
        })
final class DatasetPolicyCommand extends DatasetChange {

    private static final String NEVER = "never";

    @Option(names = "--threshold", paramLabel = "N", description = "Counts of 1 to N are hidden, 1 to 100.")
    private @Nullable Integer threshold;

    @Option(names = "--zero-is-hidden", description = "A count of zero is hidden too.")
    private boolean zeroHidden;

    @Option(names = "--zero-is-shown", description = "A count of zero is shown.")
    private boolean zeroShown;

    @Option(
            names = "--rounding-base",
            paramLabel = "N",
            description = "Counts are not hidden but rounded to multiples of N, 2 to 100; 0 to hide them.")
    private @Nullable Integer roundingBase;

    @Option(
            names = "--minimum-denominator",
            paramLabel = "N",
            description = "Shares and rates of fewer people are hidden, 0 to 10000.")
    private @Nullable Integer minimumDenominator;

    @Option(
            names = "--protection-width",
            paramLabel = "N",
            description = "How far apart the bounds must lie that anybody can work out for a hidden count, 1 to 100.")
    private @Nullable Integer protectionWidth;

    @Option(names = "--exact-audience", paramLabel = "TEXT", description = "Who may see exact values, in words.")
    private @Nullable String exactAudience;

    @Option(
            names = "--keep-until",
            paramLabel = "DATE",
            description = "The last day on which it may be kept and shown, such as 2027-01-31, or never for no end.")
    private @Nullable String keepUntil;

    @Option(names = "--marking", paramLabel = "TEXT", description = "What stands on everything that is made of it.")
    private @Nullable String marking;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description =
                    "Who changes it, for the record; needed where the data set is approved, which ends with a change.")
    private @Nullable String by;

    @Override
    public Integer call() {
        PolicyChange change = change();
        Optional<Signature> signature = Optional.ofNullable(by).map(name -> signature(name, ""));
        return run((service, progress) -> new Answer("", service.change(id, change, signature, progress)));
    }

    private PolicyChange change() {
        if (zeroHidden && zeroShown) {
            throw usage("Give either --zero-is-hidden or --zero-is-shown.");
        }
        PolicyChange none = PolicyChange.none();
        PolicyChange change = none;
        change = step(change, "--threshold", threshold, PolicyChange::withThreshold);
        change = step(change, "--zero-is-hidden", zeroHidden ? true : null, PolicyChange::withZeroHidden);
        change = step(change, "--zero-is-shown", zeroShown ? false : null, PolicyChange::withZeroHidden);
        change = step(change, "--rounding-base", roundingBase, PolicyChange::withRoundingBase);
        change = step(change, "--minimum-denominator", minimumDenominator, PolicyChange::withMinimumDenominator);
        change = step(change, "--protection-width", protectionWidth, PolicyChange::withProtectionWidth);
        change = step(change, "--exact-audience", exactAudience, PolicyChange::withExactAudience);
        change = step(change, "--keep-until", keepUntil, (before, text) -> before.withKeepUntil(day(text)));
        change = step(change, "--marking", marking, PolicyChange::withMarking);
        if (change == none) {
            throw usage("Name what to change, such as --threshold 10.");
        }
        return change;
    }

    /** A step of the change where its option is given. */
    private <T> PolicyChange step(
            PolicyChange change,
            String option,
            @Nullable T value,
            java.util.function.BiFunction<PolicyChange, T, PolicyChange> with) {
        return value == null ? change : checked(option, () -> with.apply(change, value));
    }

    private static Optional<LocalDate> day(String text) {
        if (text.equals(NEVER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Write a day as in 2027-01-31, or never, not '" + text + "'. Nothing was changed.", e);
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
