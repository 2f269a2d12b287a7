package org.needscape.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Account NOBODY = new Account(Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void nothingIsSetWithoutEnvironmentAndFile() {
        assertEquals(new Settings(NOBODY, NOBODY), Settings.read(Map.of()));
        assertEquals(
                new Settings(NOBODY, NOBODY), Settings.read(Map.of("NEEDSCAPE_STORE_USER", "", Settings.FILE, "")));
    }

    @Test
    void environmentCountsBeforeTheFile() throws IOException {
        Path file = file(
                "rw-------", "# the county's database\nstore.user = file-user\nstore.password = fi le=pass\u00e9\n");
        assertEquals(
                account("file-user", "fi le=pass\u00e9"),
                Settings.read(Map.of(Settings.FILE, file.toString())).store());
        assertEquals(
                account("environment-user", "fi le=pass\u00e9"),
                Settings.read(Map.of(Settings.FILE, file.toString(), "NEEDSCAPE_STORE_USER", "environment-user"))
                        .store());
    }

    @Test
    void databaseThatAStoreIsMovedToMayHaveAnAccountOfItsOwn() {
        Map<String, String> both = Map.of(
                "NEEDSCAPE_STORE_USER", "a", "NEEDSCAPE_STORE_PASSWORD", "pa", "NEEDSCAPE_MOVE_TO_PASSWORD", "pb");
        assertEquals(account("a", "pa"), Settings.read(both).store());
        assertEquals(account("a", "pb"), Settings.read(both).moveTo());
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNoPasswordRepeated() throws IOException {
        Path file = file("rw-r--r--", "store.user = me\nstore.pasword = hunter2\nstore.password = hunter2\nhost = x\n");
        assertEquals(
                "The settings file " + file + " holds host, store.pasword, which this version does not know: it knows"
                        + " move.to.password, move.to.user, store.password, store.user. The settings file " + file
                        + " holds a password and is open to others on this machine: keep it to yourself with 'chmod 600'.",
                refusal(file));
    }

    @Test
    void fileWithoutAPasswordMayBeReadByOthers() throws IOException {
        Path file = file("rw-r--r--", "store.user = me\n");
        assertEquals(
                Optional.of("me"),
                Settings.read(Map.of(Settings.FILE, file.toString())).store().user());
    }

    @Test
    void fileThatCannotBeReadIsSaid() throws IOException {
        Path missing = folder.resolve("missing");
        assertEquals(
                "The settings file " + missing
                        + " cannot be read: check what NEEDSCAPE_SETTINGS says, and that you may open the file.",
                refusal(missing));
        Path bad = file("rw-------", "store.user = \\u00zz\n");
        assertEquals(
                "The settings file " + bad
                        + " cannot be read: write one setting a line, such as store.user = needscape.",
                refusal(bad));
    }

    @Test
    void accountNeverShowsItsPassword() {
        assertFalse(account("me", "hunter2").toString().contains("hunter2"));
    }

    private static Account account(String user, String password) {
        return new Account(Optional.of(user), Optional.of(password));
    }

    private Path file(String rights, String content) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "needscape", ".properties"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private static String refusal(Path file) {
        return assertThrows(SettingsException.class, () -> Settings.read(Map.of(Settings.FILE, file.toString())))
                .getMessage();
    }
}
