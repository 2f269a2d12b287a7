package org.needscape.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.needscape.cli.Program.OpenStore;
import org.needscape.desk.WholeFile;
import org.needscape.layer.LayerId;
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
            description = "shapefile (a zip), geojson or csv (with its metadata beside it).")
    private String format = "";

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path output = Path.of("");

    @Mixin
    private StoreOption store = new StoreOption();

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
        if (!LayerId.isValid(layer)) {
            throw new NotFoundException("There is no layer " + layer + ". 'needscape layers' lists what there is.");
        }
        WholeFile file = WholeFile.at(output);
        try (OpenStore open = program.openExisting(store.location)) {
            LayerId id = new LayerId(layer);
            file.write(out -> open.documents().write(id, chosen, out));
            if (chosen == LayerFormat.CSV && Files.isRegularFile(output)) {
                // Where CSV on the Web looks for what the columns mean.
                String name = String.valueOf(output.getFileName());
                WholeFile.at(output.resolveSibling(name + "-metadata.json"))
                        .write(out -> open.documents().writeCsvMetadata(id, name, out));
            }
        }
        return RootCommand.DONE;
    }
}
