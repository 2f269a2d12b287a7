package org.needscape.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.needscape.store.RecipeStore;

/** Scoring methods in a table. */
final class JdbcRecipeStore implements RecipeStore {

    private final Sql sql;

    JdbcRecipeStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(SavedRecipe recipe) {
        int next = findLatest(recipe.id()).map(SavedRecipe::version).orElse(0) + 1;
        if (recipe.version() != next) {
            throw new IllegalArgumentException(
                    "The next version of " + recipe.id() + " is " + next + ", not " + recipe.version() + ".");
        }
        sql.update(
                """
                insert into recipe (recipe_id, version, saved, sha256, document)
                values (?, ?, ?, ?, ?)
                """,
                parameters -> parameters
                        .add(recipe.id())
                        .add(recipe.version())
                        .add(recipe.saved())
                        .add(recipe.sha256())
                        .add(recipe.document()));
    }

    @Override
    public Optional<SavedRecipe> find(String id, int version) {
        return sql.find(
                """
                select recipe_id, version, saved, sha256, document
                from recipe
                where recipe_id = ? and version = ?
                """,
                parameters -> parameters.add(id).add(version),
                JdbcRecipeStore::read);
    }

    @Override
    public Optional<SavedRecipe> findLatest(String id) {
        return sql.find(
                """
                select recipe_id, version, saved, sha256, document
                from recipe
                where recipe_id = ?
                order by version desc
                limit 1
                """,
                parameters -> parameters.add(id),
                JdbcRecipeStore::read);
    }

    @Override
    public List<SavedRecipe> list() {
        return sql.list(
                """
                select recipe_id, version, saved, sha256, document
                from recipe
                order by recipe_id, version
                """,
                Sql.Binder.NONE,
                JdbcRecipeStore::read);
    }

    private static SavedRecipe read(ResultSet row) throws SQLException {
        return new SavedRecipe(
                row.getString(1),
                row.getInt(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5));
    }
}
