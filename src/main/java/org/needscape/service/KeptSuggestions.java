package org.needscape.service;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.needscape.area.ExtentName;
import org.needscape.store.ResultStore;
import org.needscape.store.StoreSession;

/** The suggestions of target areas that somebody asked for in an extent, the oldest forgotten when there are many. */
final class KeptSuggestions {

    private static final String PREFIX = "suggestion-";
    private static final int FIRST_POSITION = 200_000;
    private static final int MOST_KEPT = 60;

    private final ResultStore results;
    private final ExtentName extent;

    KeptSuggestions(StoreSession session, ExtentName extent) {
        this.results = session.results();
        this.extent = extent;
    }

    /** Whether a kept result is a suggestion, which is no layer. */
    static boolean isSuggestion(String key) {
        return key.startsWith(PREFIX);
    }

    Optional<String> find(String id) {
        return results.find(extent, PREFIX + id).map(ResultStore.StoredResult::content);
    }

    void save(String id, String title, String hash, String document) {
        List<ResultStore.Heading> kept = results.list(extent).stream()
                .filter(result -> isSuggestion(result.key()))
                .sorted(Comparator.comparingInt(ResultStore.Heading::position))
                .toList();
        int position =
                kept.isEmpty() ? FIRST_POSITION : kept.get(kept.size() - 1).position() + 1;
        results.forgetApart(
                extent,
                kept.stream()
                        .limit(Math.max(0, kept.size() + 1 - MOST_KEPT))
                        .map(ResultStore.Heading::key)
                        .toList());
        results.saveApart(new ResultStore.StoredResult(extent, PREFIX + id, position, title, hash, document));
    }
}
