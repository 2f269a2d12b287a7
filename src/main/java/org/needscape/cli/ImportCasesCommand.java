package org.needscape.cli;

import org.jspecify.annotations.Nullable;
import org.needscape.area.Geography;
import org.needscape.indicator.Period;
import org.needscape.service.ImportKind;
import org.needscape.service.ImportRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code needscape import cases}. */
@Command(
        name = "cases",
        mixinStandardHelpOptions = true,
        description =
                "A case file: area, level and flags of risk factors, one row per case. It is counted; no row is kept.")
final class ImportCasesCommand extends ImportKindCommand {

    @Option(
            names = "--geography",
            required = true,
            paramLabel = "G",
            converter = ImportConverters.ToGeography.class,
            description = "Level and boundary year, such as lsoa-2021.")
    private @Nullable Geography geography;

    @Option(
            names = "--period",
            paramLabel = "P",
            converter = ImportConverters.ToPeriod.class,
            description = "When, if the file has no period column.")
    private @Nullable Period period;

    @Mixin
    private AgreedOption agreed = new AgreedOption();

    ImportCasesCommand(Program program) {
        super(program, ImportKind.CASES);
    }

    @Override
    ImportRequest.Options options() {
        return agreed.addTo(
                ImportRequest.Options.none().withGeography(geography).withPeriod(period));
    }
}
