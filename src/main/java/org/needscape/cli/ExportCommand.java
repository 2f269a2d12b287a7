package org.needscape.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.needscape.cli.Program.OpenExactStore;
import org.needscape.cli.Program.OpenStore;
import org.needscape.desk.WholeFile;
import org.needscape.layer.LayerId;
import org.needscape.service.ExactExport;
import org.needscape.service.ExactExport.Reason;
import org.needscape.service.ExactExport.Recipient;
import org.needscape.service.LayerFormat;
import org.needscape.service.NotFoundException;
import org.needscape.service.RejectedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code needscape export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes a layer with its manifest and attribution to a file.")
final class ExportCommand implements Callable<Integer> {

    private final Program program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LAYER", description = "A layer's id, as 'needscape layers' lists it.")
    private String layer = "";

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "shapefile (a zip), geopackage, geojson, xlsx or csv (with its metadata beside it).")
    private String format = "";

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path output = Path.of("");

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private ExactOptions exact = new ExactOptions();

    ExportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        LayerFormat chosen;
        try {
            chosen = LayerFormat.parse(format);
        } catch (RejectedException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        boolean isExact = exact.isExact(spec);
        if (!LayerId.isValid(layer)) {
            throw new NotFoundException("There is no layer " + layer + ". 'needscape layers' lists what there is.");
        }
        LayerId id = new LayerId(layer);
        if (isExact) {
            writeExact(id, chosen);
        } else {
            write(id, chosen);
        }
        return RootCommand.DONE;
    }

    private void write(LayerId id, LayerFormat chosen) {
        WholeFile file = WholeFile.at(output);
        try (OpenStore open = program.openExisting(store.location)) {
            file.write(out -> open.documents().write(id, chosen, out));
            if (hasMetadata(chosen)) {
                WholeFile.at(metadata()).write(out -> open.documents().writeCsvMetadata(id, fileName(), out));
            }
        }
    }

    private void writeExact(LayerId id, LayerFormat chosen) {
        Recipient recipient = exact.by(spec, Recipient::new);
        Reason reason = exact.reason(spec, Reason::new);
        WholeFile file = WholeFile.at(output).forOwnerOnly();
        try (OpenExactStore open = program.openExact(store.location)) {
            ExactExport.ExactLayer values = open.exact().take(id, recipient, reason);
            file.write(out -> values.write(chosen, out));
            if (hasMetadata(chosen)) {
                WholeFile.at(metadata()).forOwnerOnly().write(out -> values.writeCsvMetadata(fileName(), out));
            }
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(ExactExport.MARKING + " That they were exported is recorded.");
        err.flush();
    }

    private boolean hasMetadata(LayerFormat chosen) {
        return chosen == LayerFormat.CSV && Files.isRegularFile(output);
    }

    private String fileName() {
        return String.valueOf(output.getFileName());
    }

    /** Where CSV on the Web looks for what the columns mean. */
    private Path metadata() {
        return output.resolveSibling(fileName() + "-metadata.json");
    }
}
