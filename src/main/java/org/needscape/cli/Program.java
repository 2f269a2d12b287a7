package org.needscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.needscape.desk.AreaTableSink;
import org.needscape.desk.BoundarySource;
import org.needscape.progress.Progress;
import org.needscape.service.AuditService;
import org.needscape.service.DatasetService;
import org.needscape.service.DocumentService;
import org.needscape.service.ExactExport;
import org.needscape.service.ExactUseRegister;
import org.needscape.service.ImportService;
import org.needscape.service.JobService;
import org.needscape.service.LayerService;
import org.needscape.service.MatrixService;
import org.needscape.service.RecipeService;
import org.needscape.store.MoveReport;

/** What the verbs need of the rest of the program. */
public interface Program {

    /** Opens a store, made new where there is none. */
    OpenStore open(String location);

    /**
     * Opens a store that is there.
     *
     * @throws org.needscape.store.StoreException when there is none
     */
    OpenStore openExisting(String location);

    /**
     * Opens a store that is there for its exact values, which are given only on its own machine.
     *
     * @throws org.needscape.store.StoreException when there is none, or it is a database on another machine
     */
    OpenExactStore openExact(String location);

    /**
     * Serves a store until the process is asked to stop.
     *
     * @param location the store
     * @param host the address to bind to
     * @param port 0 for any free one
     * @param demo whether to load the fictional county into an empty store
     */
    void serve(String location, String host, int port, boolean demo);

    /**
     * Moves everything of one store into another, empty one; the first is left as it was.
     *
     * @param from the store that is moved
     * @param to the store that it is moved to, made new where there is none
     * @throws org.needscape.store.SameStoreException when both are one
     * @throws org.needscape.store.StoreException when it cannot be done
     */
    MoveReport move(String from, String to, Progress progress);

    /** Writes the fictional county's files into a folder; without a seed exactly the ones that ship with the program. */
    void writeDemoData(Path folder, @Nullable Long seed) throws IOException;

    /** What reads boundaries for file-to-file analysis. */
    BoundarySource boundaryFiles();

    /** What writes the results of file-to-file analysis with their shapes. */
    AreaTableSink areaTableFiles();

    /** A store with its services. */
    interface OpenStore extends AutoCloseable {

        ImportService imports();

        JobService jobs();

        LayerService layers();

        DocumentService documents();

        MatrixService matrices();

        RecipeService recipes();

        DatasetService datasets();

        AuditService audits();

        ExactUseRegister exactUses();

        @Override
        void close();
    }

    /** A store with its exact values. */
    interface OpenExactStore extends AutoCloseable {

        ExactExport exact();

        @Override
        void close();
    }
}
