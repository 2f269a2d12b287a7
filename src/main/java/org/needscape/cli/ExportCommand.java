package org.needscape.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.needscape.cli.Program.OpenStore;
import org.needscape.layer.LayerId;
import org.needscape.report.UnreadableFileException;
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
            description = "shapefile (a zip), geojson or csv.")
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
        try (OpenStore open = program.open(store.location)) {
            LayerId id = new LayerId(layer);
            write(output, out -> open.documents().write(id, chosen, out));
        }
        return RootCommand.DONE;
    }

    /** Writes beside the target and moves it there when it is whole, so that nothing half-written is ever left. */
    private static void write(Path target, Writing writing) {
        Path folder = target.toAbsolutePath().getParent();
        Path unfinished = null;
        try {
            if (folder == null || !Files.isDirectory(folder)) {
                throw new UnreadableFileException("There is no folder for " + target + ": make it first.");
            }
            unfinished = folder.resolve("." + target.getFileName() + ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
                writing.to(out);
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UnreadableFileException(
                    target + " cannot be written: check that the folder may be written to and the disk is not full.",
                    e);
        } finally {
            deleteIfLeft(unfinished);
        }
    }

    private static void deleteIfLeft(@org.jspecify.annotations.Nullable Path unfinished) {
        if (unfinished != null) {
            try {
                Files.deleteIfExists(unfinished);
            } catch (IOException e) {
                org.slf4j.LoggerFactory.getLogger(ExportCommand.class).warn("{} is left over: delete it", unfinished);
            }
        }
    }

    /** Something that writes itself. */
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
