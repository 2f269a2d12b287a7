package org.needscape.journey.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Everything that documents give away together. */
final class Findings {

    /** How far apart the possible values of a small count must lie. */
    static final double WIDTH = 3;

    private final County county;
    private final List<Document> documents;
    private final List<Row> rows = new ArrayList<>();

    Findings(County county, List<Document> documents) {
        this.county = county;
        this.documents = documents;
        documents.forEach(document -> rows.addAll(Rows.read(document)));
    }

    /** What one document by itself says that it must not. */
    List<String> inDocuments(ExactHashes hashes) {
        Set<Figure> hidden = new TreeSet<>(HiddenFields.hidden(rows));
        county.counts().keySet().stream().filter(county::isSmall).forEach(hidden::add);
        CodeBesideCount codes = new CodeBesideCount(county, hidden);
        List<String> findings = new ArrayList<>(new HiddenFields(county).check(rows));
        for (Document document : documents) {
            findings.addAll(SaidNumbers.check(document));
            findings.addAll(codes.check(document));
            findings.addAll(hashes.check(document));
        }
        return findings;
    }

    /** What follows from all documents taken together. */
    List<String> together() {
        Claims claims = new Claims(county);
        claims.learn(rows);
        List<String> findings = new ArrayList<>(new Gradients(documents).learn(claims));
        findings.addAll(claims.findings().stream().distinct().toList());
        for (String measure : county.measures()) {
            findings.addAll(new Solver(new CountSystem(county, measure, claims.known())).narrowerThan(WIDTH));
        }
        return findings;
    }

    List<Row> rows() {
        return rows;
    }
}
