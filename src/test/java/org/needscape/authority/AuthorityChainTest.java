package org.needscape.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;

/** Which codes are one authority; the codes and numbers are those of the register and of the Department for Education. */
class AuthorityChainTest {

    private static final AreaCode OLD_YORKSHIRE = new AreaCode("E10000023");
    private static final AreaCode YORKSHIRE = new AreaCode("E06000065");
    private static final AreaCode OLD_DORSET = new AreaCode("E10000009");
    private static final AreaCode DORSET = new AreaCode("E06000059");
    private static final AreaCode BARNSLEY = new AreaCode("E08000016");
    private static final AreaCode POOLE = new AreaCode("E06000029");
    private static final AreaCode BOURNEMOUTH_CHRISTCHURCH_AND_POOLE = new AreaCode("E06000058");

    @Test
    void aCountyThatBecameUnitaryIsOneAuthority() {
        AuthorityChain chain = AuthorityChain.of(List.of(of(OLD_YORKSHIRE, "815"), of(YORKSHIRE, "815")));

        assertEquals(YORKSHIRE, chain.current(OLD_YORKSHIRE));
        assertEquals(YORKSHIRE, chain.current(YORKSHIRE));
        assertEquals(List.of(OLD_YORKSHIRE, YORKSHIRE), chain.codes(OLD_YORKSHIRE));
    }

    @Test
    void dorsetGoesOnAlthoughItsNumberAndBordersChanged() {
        AuthorityChain chain = AuthorityChain.of(List.of(of(OLD_DORSET, "835"), of(DORSET, "838")));

        assertEquals(DORSET, chain.current(OLD_DORSET));
    }

    @Test
    void mergedCouncilsAreNotTheCouncilTheyBecame() {
        AuthorityChain chain =
                AuthorityChain.of(List.of(of(POOLE, "836"), of(BOURNEMOUTH_CHRISTCHURCH_AND_POOLE, "839")));

        assertEquals(POOLE, chain.current(POOLE));
    }

    @Test
    void theSameNumberTellsThatTwoCodesAreOnePlaceThatNoListHas() {
        AreaCode before = new AreaCode("E08000099");
        AreaCode after = new AreaCode("E08000123");
        AuthorityChain chain = AuthorityChain.of(List.of(of(after, "999"), of(before, "999")));

        assertEquals(after, chain.current(before));
    }

    @Test
    void aCodeThatNoFileHasUsedYetIsNotFollowed() {
        AuthorityChain chain = AuthorityChain.of(List.of(of(BARNSLEY, "370")));

        assertEquals(BARNSLEY, chain.current(BARNSLEY));
        assertEquals(List.of(BARNSLEY), chain.codes(BARNSLEY));
    }

    @Test
    void authoritiesWithoutNumbersAreNotOnePlace() {
        AuthorityChain chain = AuthorityChain.of(List.of(of(POOLE, ""), of(BARNSLEY, "")));

        assertEquals(POOLE, chain.current(POOLE));
        assertEquals(BARNSLEY, chain.current(BARNSLEY));
    }

    @Test
    void ofTwoCodesTheOneThatSaysSomethingCountsAndElseTheLater() {
        AuthorityChain chain = AuthorityChain.of(List.of(of(OLD_YORKSHIRE, "815"), of(YORKSHIRE, "815")));
        List<AreaCode> codes = List.of(OLD_YORKSHIRE, YORKSHIRE);

        assertEquals(
                Map.of(YORKSHIRE, OLD_YORKSHIRE), chain.merge(codes, code -> code, code -> code.equals(OLD_YORKSHIRE)));
        assertEquals(Map.of(YORKSHIRE, YORKSHIRE), chain.merge(codes, code -> code, code -> true));
    }

    private static Authority of(AreaCode code, String number) {
        return new Authority(code, "Name of " + code, AuthorityLevel.AUTHORITY, Optional.empty(), number);
    }
}
