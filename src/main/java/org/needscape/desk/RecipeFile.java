package org.needscape.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.needscape.recipe.RecipeDocument;
import org.needscape.recipe.WrongRecipeException;
import org.needscape.report.UnreadableFileException;

/** A recipe in a file. */
final class RecipeFile {

    private RecipeFile() {}

    /** Reads it; the first thing that is wrong with it is said in one sentence. */
    static RecipeDocument read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return RecipeDocument.parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UnreadableFileException(name + " cannot be read: check the path.", unreadable);
        } catch (WrongRecipeException wrong) {
            throw new RefusedException(name + ": " + wrong.getMessage(), wrong);
        }
    }
}
