package org.needscape.config;

import java.util.Optional;

/**
 * As whom to go to a database.
 *
 * @param user empty for the operating system's user
 * @param password empty for none, or for the one in {@code ~/.pgpass}
 */
public record Account(Optional<String> user, Optional<String> password) {

    /** This one's user and password, or where it has none the other's. */
    Account or(Account other) {
        return new Account(user.or(other::user), password.or(other::password));
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "Account[" + user.orElse("no user") + ", " + (password.isPresent() ? "a password" : "no password") + "]";
    }
}
