package org.needscape.store;

/** What can be done within one transaction; not to be used after it or by another thread. */
public interface StoreSession {

    AreaStore areas();

    ObservationStore observations();

    DatasetStore datasets();

    ResultStore results();

    JobStore jobs();

    ProtectionStore protection();

    CaseStore cases();

    RecipeStore recipes();

    AuthorityStore authorities();

    TargetSetStore targetSets();

    ServiceStore services();

    /**
     * A text that changes with every committed write of areas, observations, data sets, results, recipes, policies, summaries of cases,
     * figures of authorities, services or what was released, and not with jobs, uses of exact values, audits or target areas. Equal texts mean an unchanged
     * store, so that what was made from it can be remembered.
     */
    String revision();
}
