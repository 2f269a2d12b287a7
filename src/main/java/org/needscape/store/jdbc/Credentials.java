package org.needscape.store.jdbc;

import java.util.Optional;

/**
 * As whom to go to a database server. Where there is no user the server's driver takes the name of the operating system's user;
 * where there is no password it looks into the file {@code ~/.pgpass}, as PostgreSQL's own programs do.
 */
public record Credentials(Optional<String> user, Optional<String> password) {

    /** Neither user nor password. */
    public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

    /** Never the password. */
    @Override
    public String toString() {
        return "Credentials[" + user.orElse("no user") + ", " + (password.isPresent() ? "password" : "no password")
                + "]";
    }
}
