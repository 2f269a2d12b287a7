package org.needscape.geoio.table;

import java.util.List;

/** An index, domain or sub-domain of the Indices of Deprivation, with the names that headers give it. */
enum DeprivationIndex {
    IMD(
            "imd",
            "Index of Multiple Deprivation",
            false,
            "index of multiple deprivation (imd)",
            "index of multiple deprivation",
            "imd"),
    INCOME("income", "Income deprivation", true, "income"),
    EMPLOYMENT("employment", "Employment deprivation", true, "employment"),
    EDUCATION("education", "Education, skills and training deprivation", false, "education skills and training"),
    HEALTH("health", "Health deprivation and disability", false, "health deprivation and disability"),
    CRIME("crime", "Crime", false, "crime", "crime and disorder"),
    BARRIERS("barriers", "Barriers to housing and services", false, "barriers to housing and services"),
    LIVING_ENVIRONMENT("living-environment", "Living environment deprivation", false, "living environment"),
    IDACI(
            "idaci",
            "Income deprivation affecting children (IDACI)",
            true,
            "income deprivation affecting children index (idaci)",
            "income deprivation affecting children index",
            "income deprivation affecting children (idaci)",
            "idaci"),
    IDAOPI(
            "idaopi",
            "Income deprivation affecting older people (IDAOPI)",
            true,
            "income deprivation affecting older people (idaopi)",
            "income deprivation affecting older people index (idaopi)",
            "income deprivation affecting older people",
            "idaopi"),
    CHILDREN_AND_YOUNG_PEOPLE(
            "children-and-young-people",
            "Children and young people sub-domain",
            false,
            "children and young people sub-domain",
            "children and young people"),
    ADULT_SKILLS("adult-skills", "Adult skills sub-domain", true, "adult skills sub-domain", "adult skills"),
    GEOGRAPHICAL_BARRIERS(
            "geographical-barriers",
            "Geographical barriers sub-domain",
            false,
            "geographical barriers sub-domain",
            "geographical barriers"),
    WIDER_BARRIERS("wider-barriers", "Wider barriers sub-domain", false, "wider barriers sub-domain", "wider barriers"),
    INDOORS("indoors", "Indoors sub-domain", false, "indoors sub-domain", "indoors"),
    OUTDOORS("outdoors", "Outdoors sub-domain", false, "outdoors sub-domain", "outdoors");

    private final String id;
    private final String label;
    private final boolean proportion;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> headers;

    DeprivationIndex(String id, String label, boolean proportion, String... headers) {
        this.id = id;
        this.label = label;
        this.proportion = proportion;
        this.headers = List.of(headers);
    }

    /** What its indicators' ids begin with. */
    String id() {
        return id;
    }

    String label() {
        return label;
    }

    /** Whether its score is a share of people, 0 to 1; other scores have no fixed range and some are negative. */
    boolean hasProportionAsScore() {
        return proportion;
    }

    /** What its headers begin with, in lower case and without commas. */
    List<String> headers() {
        return headers;
    }
}
