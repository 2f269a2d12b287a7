package org.needscape.protection;

import org.needscape.stats.CountModel;

/**
 * Count models over small areas, as far as they may be told.
 *
 * @param poisson the Poisson model
 * @param negativeBinomial the negative binomial model; its θ is empty where counts vary no more than Poisson's
 * @param basis which counts they are fitted to
 * @param areasUsed how many areas they are fitted to
 * @param areasLeftOut how many of the areas that were asked about they are not fitted to
 * @param reason why nothing is told, in one sentence, which both models then have as their reason too; else empty
 */
public record AreaModels(
        CountModel poisson, CountModel negativeBinomial, Basis basis, int areasUsed, int areasLeftOut, String reason) {

    /** Which counts models are fitted to, and so what protects the hidden ones. */
    public enum Basis {
        /** What everybody may see: whatever is made of that tells nothing more. */
        SHOWN_COUNTS("fitted to the counts that are shown"),
        /** All counts, hidden ones among them; figures are rounded. */
        ALL_COUNTS("fitted to all counts, hidden ones among them, and rounded so far that no figure tells one of them"),
        /** None: nothing is told. */
        NONE("not fitted");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        /** In the middle of a sentence. */
        public String words() {
            return words;
        }
    }

    static AreaModels none(int areasLeftOut, String reason) {
        CountModel none = new CountModel.NotFitted(reason);
        return new AreaModels(none, none, Basis.NONE, 0, areasLeftOut, reason);
    }
}
