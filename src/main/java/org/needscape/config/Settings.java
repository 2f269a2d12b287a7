package org.needscape.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an operator sets outside of the command line, where others on the machine could read it. Each setting is a variable of the
 * environment or a line of the file that {@code NEEDSCAPE_SETTINGS} names; the environment counts first. An empty one is not set.
 *
 * <table>
 * <caption>Settings</caption>
 * <tr><th>environment</th><th>file</th><th>what</th></tr>
 * <tr><td>{@code NEEDSCAPE_STORE_USER}</td><td>{@code store.user}</td><td>user of the store's database</td></tr>
 * <tr><td>{@code NEEDSCAPE_STORE_PASSWORD}</td><td>{@code store.password}</td><td>its password</td></tr>
 * <tr><td>{@code NEEDSCAPE_MOVE_TO_USER}</td><td>{@code move.to.user}</td><td>user of the database that a store is moved to, where
 * it is another</td></tr>
 * <tr><td>{@code NEEDSCAPE_MOVE_TO_PASSWORD}</td><td>{@code move.to.password}</td><td>its password</td></tr>
 * </table>
 *
 * @param store as whom to go to the store's database
 * @param moveTo as whom to go to the database that a store is moved to
 */
public record Settings(Account store, Account moveTo) {

    /** The variable that names the file. */
    public static final String FILE = "NEEDSCAPE_SETTINGS";

    private static final String STORE_USER = "store.user";
    private static final String STORE_PASSWORD = "store.password";
    private static final String MOVE_TO_USER = "move.to.user";
    private static final String MOVE_TO_PASSWORD = "move.to.password";
    private static final Map<String, String> VARIABLES = new TreeMap<>(Map.of(
            STORE_USER, "NEEDSCAPE_STORE_USER",
            STORE_PASSWORD, "NEEDSCAPE_STORE_PASSWORD",
            MOVE_TO_USER, "NEEDSCAPE_MOVE_TO_USER",
            MOVE_TO_PASSWORD, "NEEDSCAPE_MOVE_TO_PASSWORD"));
    private static final Set<String> SECRETS = Set.of(STORE_PASSWORD, MOVE_TO_PASSWORD);

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /**
     * Reads them.
     *
     * @param environment the variables of the process
     * @throws SettingsException when the file cannot be read, holds a setting that there is not, or holds a password and can be
     *     read by others
     */
    public static Settings read(Map<String, String> environment) {
        Map<String, String> values = new TreeMap<>();
        find(environment, FILE).ifPresent(name -> values.putAll(readFile(name)));
        VARIABLES.forEach((name, variable) -> find(environment, variable).ifPresent(value -> values.put(name, value)));
        Account store = new Account(find(values, STORE_USER), find(values, STORE_PASSWORD));
        Account moveTo = new Account(find(values, MOVE_TO_USER), find(values, MOVE_TO_PASSWORD));
        return new Settings(store, moveTo.or(store));
    }

    private static Optional<String> find(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    private static Map<String, String> readFile(String name) {
        Properties properties = new Properties();
        Path file;
        try {
            file = Path.of(name);
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new SettingsException("The settings file " + name + " cannot be read"
                    + (unreadable instanceof InvalidPathException || unreadable instanceof IOException
                            ? ": check what NEEDSCAPE_SETTINGS says, and that you may open the file."
                            : ": write one setting a line, such as store.user = needscape."));
        }
        List<String> problems = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(VARIABLES.keySet());
        if (!unknown.isEmpty()) {
            problems.add("The settings file " + name + " holds " + String.join(", ", unknown)
                    + ", which this version does not know: it knows " + String.join(", ", VARIABLES.keySet()) + ".");
        }
        if (SECRETS.stream().anyMatch(values::containsKey) && isOpenToOthers(file)) {
            problems.add("The settings file " + name
                    + " holds a password and is open to others on this machine: keep it to yourself with 'chmod 600'.");
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(String.join(" ", problems));
        }
        return values;
    }

    private static boolean isOpenToOthers(Path file) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        try {
            Set<PosixFilePermission> given = EnumSet.copyOf(OTHERS);
            given.retainAll(Files.getPosixFilePermissions(file));
            return !given.isEmpty();
        } catch (IOException unreadable) {
            return true;
        }
    }
}
