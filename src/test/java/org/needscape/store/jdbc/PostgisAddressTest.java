package org.needscape.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.store.StoreException;

class PostgisAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:5432/needscape",
                "jdbc:postgresql://localhost/needscape",
                "jdbc:postgresql://[::1]:5432/needscape",
                "jdbc:postgresql://one:5432,two:5432/needscape?targetServerType=primary",
                "jdbc:postgresql://db.county.example/needscape?sslmode=verify-full&sslrootcert=/etc/ssl/county.pem",
            })
    void addressesThatAreTaken(String text) {
        assertEquals(new PostgisAddress(text, "needscape"), PostgisAddress.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:5432/needscape",
                "jdbc:postgresql://LOCALHOST/needscape",
                "jdbc:postgresql:needscape",
                "jdbc:postgresql://127.0.0.1:5433/needscape?sslmode=disable",
                "jdbc:postgresql://127.255.3.4/needscape",
                "jdbc:postgresql://[::1]:5432/needscape",
                "jdbc:postgresql://[0:0:0:0:0:0:0:1]/needscape",
                "jdbc:postgresql://localhost:5432,127.0.0.1:5433/needscape",
            })
    void addressesOfThisMachine(String text) {
        assertTrue(PostgisAddress.parse(text).isOnThisMachine());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:///needscape",
                "jdbc:postgresql://db.county.example/needscape",
                "jdbc:postgresql://localhost.county.example/needscape",
                "jdbc:postgresql://127.0.0.1.county.example/needscape",
                "jdbc:postgresql://127.0.0.256/needscape",
                "jdbc:postgresql://127.1/needscape",
                "jdbc:postgresql://128.0.0.1/needscape",
                "jdbc:postgresql://0.0.0.0/needscape",
                "jdbc:postgresql://[::2]/needscape",
                "jdbc:postgresql://[2001:db8::1]/needscape",
                "jdbc:postgresql://localhost:5432,db.county.example:5432/needscape",
            })
    void addressesThatMayBeOnAnotherMachine(String text) {
        assertFalse(PostgisAddress.parse(text).isOnThisMachine());
    }

    @Test
    void addressIsToldFromAFolder() {
        assertTrue(PostgisAddress.isOne("jdbc:postgresql://localhost/needscape"));
        assertTrue(PostgisAddress.isOne("JDBC:h2:mem:x"));
        assertFalse(PostgisAddress.isOne("./needscape-data"));
        assertFalse(PostgisAddress.isOne("postgresql"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/needscape?user=me&password=hunter2",
                "jdbc:postgresql://localhost/needscape?password=hunter2",
                "jdbc:postgresql://localhost/needscape?sslpassword=hunter2",
                "jdbc:postgresql://localhost/needscape?PASSWORD=hunter2",
                "jdbc:postgresql://me:hunter2@localhost/needscape",
            })
    void passwordInAnAddressIsRefusedAndNotRepeated(String text) {
        String sentence = refusal(text);
        assertEquals(
                "The address of the store holds a user or password, which others on this machine could read: leave them out,"
                        + " and set NEEDSCAPE_STORE_USER and NEEDSCAPE_STORE_PASSWORD or use the settings file.",
                sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // With these the driver loads a class or writes a file of the caller's choice.
                "jdbc:postgresql://localhost/needscape?socketFactory=org.example.Evil&socketFactoryArg=x",
                "jdbc:postgresql://localhost/needscape?sslfactory=org.example.Evil",
                "jdbc:postgresql://localhost/needscape?loggerFile=/tmp/x&loggerLevel=TRACE",
                "jdbc:postgresql://localhost/needscape?authenticationPluginClassName=org.example.Evil",
                "jdbc:postgresql://localhost/needscape?currentSchema=public",
                "jdbc:postgresql://localhost/needscape?service=x",
                "jdbc:postgresql://localhost/needscape?%70assword=hunter2",
                "jdbc:postgresql://localhost/needscape?",
            })
    void otherOptionsAreRefusedAndNotRepeated(String text) {
        assertEquals(
                "The address of the store has an option that is not taken there: leave it out. These are taken:"
                        + " ApplicationName, channelBinding, connectTimeout, gssEncMode, socketTimeout, sslcert, sslkey,"
                        + " sslmode, sslrootcert, targetServerType.",
                refusal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://localhost:5432/", "jdbc:postgresql:"})
    void addressWithoutADatabaseIsRefused(String text) {
        assertEquals(
                "The address of the store names no database: write it like jdbc:postgresql://localhost:5432/needscape.",
                refusal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:port/needscape",
                "jdbc:postgresql://localhost:99999/needscape",
                "jdbc:postgresql://localhost:5432"
            })
    void addressThatCannotBeReadIsRefused(String text) {
        assertEquals(
                "The address of the store cannot be read: write it like jdbc:postgresql://localhost:5432/needscape.",
                refusal(text));
    }

    @Test
    void otherDatabasesAreRefused() {
        assertTrue(refusal("jdbc:h2:mem:x").startsWith("A store is a folder or a PostgreSQL database:"));
    }

    @Test
    void credentialsNeverShowThePassword() {
        assertFalse(new Credentials(Optional.of("me"), Optional.of("hunter2"))
                .toString()
                .contains("hunter2"));
    }

    private static String refusal(String text) {
        return assertThrows(StoreException.class, () -> PostgisAddress.parse(text))
                .getMessage();
    }
}
