package org.needscape.store.jdbc;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.needscape.store.StoreException;

/**
 * Moves a store and prints a line for each step, then whether it is moved or why it is not. It is run in a process of its own.
 * Arguments: the store that is moved, the one that it is moved to, and user and password for databases.
 */
final class MoveProgram {

    private static final int CHUNK_ROWS = 100;

    private MoveProgram() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Credentials credentials = new Credentials(Optional.of(arguments[2]), Optional.of(arguments[3]));
        try {
            StoreMove.run(
                    place(arguments[0], credentials),
                    place(arguments[1], credentials),
                    CHUNK_ROWS,
                    (fraction, message) -> out.println("moving"));
            out.println("moved");
        } catch (StoreException failure) {
            out.println(failure.getMessage());
        }
    }

    private static MovePlace place(String name, Credentials credentials) {
        return PostgisAddress.isOne(name)
                ? MovePlace.target(PostgisAddress.parse(name), credentials)
                : MovePlace.folder(Path.of(name));
    }
}
