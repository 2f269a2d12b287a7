package org.needscape.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a result was made: what went in, by which software, with which parameters. It holds no clock, so the same inputs give the
 * same manifest.
 *
 * <p>Whoever knows most of a small table can try out the rest and compare hashes. So nothing that is made of restricted data carries a
 * plain hash: its hashes are keyed with a secret of the store and written {@code hmac-sha256:HEX}. Only this store, and what it is moved
 * to, gives the same ones.
 *
 * @param resultHash the SHA-256 of everything below and of the inputs' content, in hexadecimal: the result's identity; keyed when an
 *     input is restricted
 * @param software name and version
 * @param method what was computed, in one sentence
 * @param inputs the data sets it was computed from
 * @param parameters names and values, the seed among them where chance is used
 */
public record Manifest(
        String resultHash, String software, String method, List<Input> inputs, Map<String, String> parameters) {

    public Manifest {
        inputs = List.copyOf(inputs);
        parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /**
     * A data set.
     *
     * @param title what it is
     * @param source its publisher
     * @param licence its licence
     * @param sha256 the SHA-256 of the file it was read from, in hexadecimal; keyed when it is restricted
     */
    public record Input(String title, String source, String licence, String sha256) {}

    /** The sources to name under the layer, each once. */
    public List<String> attributions() {
        List<String> lines = new ArrayList<>();
        for (Input input : inputs) {
            String line = input.title() + ": " + input.source() + ", " + input.licence();
            if (!lines.contains(line)) {
                lines.add(line);
            }
        }
        return lines;
    }
}
