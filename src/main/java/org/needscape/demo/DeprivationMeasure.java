package org.needscape.demo;

import org.needscape.demo.ScoreCurve.Shape;

/**
 * The sixteen measures of File 7 of the Indices of Deprivation 2025, in the order of its columns. Each follows the area's
 * deprivation by its loading; the rest is its own landscape and chance.
 */
enum DeprivationMeasure {
    IMD("Index of Multiple Deprivation (IMD)", false, Shape.SHARE, 100, -1.554, 1.05, 1, 0, 0),
    INCOME("Income", true, Shape.SHARE, 1, -1.49, 1.05, 0.95, 0, 0.225),
    EMPLOYMENT("Employment", true, Shape.SHARE, 1, -2.09, 0.80, 0.93, 0, 0.225),
    EDUCATION("Education, Skills and Training", false, Shape.EXPONENTIAL, 1, 0, 0, 0.90, 0, 0.135),
    HEALTH("Health Deprivation and Disability", false, Shape.NORMAL, 1, 0.01, 0.90, 0.90, 0, 0.135),
    CRIME("Crime", false, Shape.NORMAL, 1, 0, 0.85, 0.72, -0.35, 0.093),
    BARRIERS("Barriers to Housing and Services", false, Shape.SHARE, 70, -0.91, 0.76, 0.15, 0.75, 0.093),
    LIVING("Living Environment", false, Shape.SHARE, 100, -1.526, 1.03, 0.45, 0.55, 0.093),
    IDACI("Income Deprivation Affecting Children Index (IDACI)", true, Shape.SHARE, 1, -1.20, 1.10, 0.94, 0, 0),
    IDAOPI("Income Deprivation Affecting Older People (IDAOPI)", true, Shape.SHARE, 1, -1.75, 0.85, 0.90, 0, 0),
    CHILDREN("Children and Young People Sub-domain", false, Shape.NORMAL, 1, -0.02, 0.88, 0.86, 0, 0),
    ADULT_SKILLS("Adult Skills Sub-domain", false, Shape.SHARE, 1, -1.248, 0.59, 0.92, 0, 0),
    GEOGRAPHICAL_BARRIERS("Geographical Barriers Sub-domain", false, Shape.SHARE, 100, -0.715, 0.84, -0.20, 1.20, 0),
    WIDER_BARRIERS("Wider Barriers Sub-domain", false, Shape.NORMAL, 1, -0.20, 3.0, 0.75, -0.30, 0),
    INDOORS("Indoors Sub-domain", false, Shape.NORMAL, 1, 0, 0.66, 0.35, 0.60, 0),
    OUTDOORS("Outdoors Sub-domain", false, Shape.NORMAL, 1, 0, 0.75, 0.55, -0.70, 0);

    private final String title;
    private final boolean isRate;
    private final Shape shape;
    private final double scale;
    private final double middle;
    private final double spread;
    private final double loading;
    private final double rural;
    private final double weight;

    DeprivationMeasure(
            String title,
            boolean isRate,
            Shape shape,
            double scale,
            double middle,
            double spread,
            double loading,
            double rural,
            double weight) {
        this.title = title;
        this.isRate = isRate;
        this.shape = shape;
        this.scale = scale;
        this.middle = middle;
        this.spread = spread;
        this.loading = loading;
        this.rural = rural;
        this.weight = weight;
    }

    /** How its score runs over England. */
    ScoreCurve curve() {
        return new ScoreCurve(shape, scale, middle, spread);
    }

    /** Its correlation with the area's deprivation, -1 to 1. */
    double loading() {
        return loading;
    }

    /** What is added in villages and open country. */
    double rural() {
        return rural;
    }

    /** Its weight in the index; 0 for what is no domain. The weights add to 0.999. */
    double weight() {
        return weight;
    }

    String scoreHeader() {
        return title + (isRate ? " Score (rate)" : " Score");
    }

    String rankHeader() {
        return title + " Rank (where 1 is most deprived)";
    }

    /** The published file cuts this header of the children's sub-domain at 80 characters, and so do we. */
    String decileHeader() {
        String header = title + " Decile (where 1 is most deprived 10% of LSOAs)";
        return this == CHILDREN ? header.substring(0, 80) : header;
    }
}
