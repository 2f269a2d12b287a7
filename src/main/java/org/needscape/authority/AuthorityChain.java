package org.needscape.authority;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;

/**
 * Which codes are one authority. A code follows another one where the register says so ({@link Reorganisation}), and where both have the
 * same number of the Department for Education, which stays when only the code changes.
 *
 * <p>Of two codes with the same number the later one is that of a unitary authority (E06) before a county's (E10), and the higher one of
 * the same kind: the register counts up.
 */
public final class AuthorityChain {

    private static final String UNITARY = "E06";
    private static final Comparator<AreaCode> BY_AGE = Comparator.<AreaCode, Boolean>comparing(
                    code -> code.value().startsWith(UNITARY))
            .thenComparing(Comparator.naturalOrder());

    private final Map<AreaCode, AreaCode> current = new TreeMap<>();

    private AuthorityChain(Collection<Authority> authorities) {
        Set<AreaCode> known = authorities.stream().map(Authority::code).collect(Collectors.toSet());
        Map<String, AreaCode> latest = authorities.stream()
                .filter(authority -> !authority.number().isEmpty())
                .collect(Collectors.toMap(
                        Authority::number,
                        Authority::code,
                        (one, other) -> BY_AGE.compare(one, other) >= 0 ? one : other));
        for (Authority authority : authorities) {
            AreaCode next = follow(authority.code(), known);
            Optional<AreaCode> sameNumber = Optional.ofNullable(latest.get(authority.number()));
            current.put(
                    authority.code(),
                    next.equals(authority.code())
                            ? sameNumber.map(code -> follow(code, known)).orElse(next)
                            : next);
        }
    }

    /** Of all authorities of a store. */
    public static AuthorityChain of(Collection<Authority> authorities) {
        return new AuthorityChain(authorities);
    }

    /** The latest code of the authority that a code is or was of; the code itself for one that is not known. */
    public AreaCode current(AreaCode code) {
        return current.getOrDefault(code, code);
    }

    /** All codes of the authority that a code is or was of, the latest last. */
    public List<AreaCode> codes(AreaCode code) {
        AreaCode last = current(code);
        return current.entrySet().stream()
                .filter(entry -> entry.getValue().equals(last))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing((AreaCode one) -> one.equals(last)).thenComparing(BY_AGE))
                .toList();
    }

    /**
     * Brings what is given by code together by authority: of two codes the one that {@code isBetter} counts, and the later one when both
     * do.
     *
     * @param code of a thing
     * @param isBetter whether a thing says anything
     * @return by latest code, in order
     */
    public <T> Map<AreaCode, T> merge(Collection<T> things, Function<T, AreaCode> code, Function<T, Boolean> isBetter) {
        Map<AreaCode, T> merged = new TreeMap<>();
        things.stream()
                .sorted(Comparator.<T, Boolean>comparing(isBetter)
                        .thenComparing(thing -> code.apply(thing).equals(current(code.apply(thing))))
                        .thenComparing(code, BY_AGE))
                .forEach(thing -> merged.put(current(code.apply(thing)), thing));
        return merged;
    }

    /** A code that no file has used yet is not followed. */
    private static AreaCode follow(AreaCode code, Set<AreaCode> known) {
        return Reorganisation.findNext(code).filter(known::contains).orElse(code);
    }
}
