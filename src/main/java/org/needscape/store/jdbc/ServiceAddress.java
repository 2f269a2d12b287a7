package org.needscape.store.jdbc;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.needscape.store.StoreException;

/**
 * Where the running service is to be found, in a small file beside the store that it holds, so that a command which finds the
 * store in use can say by whom. The service writes it when it listens and deletes it when it stops; one that a killed service left
 * behind is deleted by the next to open the store.
 */
public final class ServiceAddress {

    private static final String FILE_NAME = "service.address";
    private static final int MAX_CHARACTERS = 300;

    private ServiceAddress() {}

    /**
     * @param folder of the store
     * @param address such as {@code http://localhost:8080}
     */
    public static void write(Path folder, URI address) {
        Path part = folder.resolve(FILE_NAME + ".part");
        try {
            Files.writeString(part, address + "\n", StandardCharsets.UTF_8);
            Files.move(part, folder.resolve(FILE_NAME), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new StoreException("The folder " + folder + " cannot be written to.", failure);
        }
    }

    /** The address, if there is one and it can be read. */
    public static Optional<URI> read(Path folder) {
        try {
            Path file = folder.resolve(FILE_NAME);
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_CHARACTERS) {
                return Optional.empty();
            }
            URI address =
                    URI.create(Files.readString(file, StandardCharsets.UTF_8).strip());
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return web ? Optional.of(address) : Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    public static void delete(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE_NAME));
        } catch (IOException failure) {
            throw new StoreException("The file " + folder.resolve(FILE_NAME) + " cannot be deleted.", failure);
        }
    }
}
