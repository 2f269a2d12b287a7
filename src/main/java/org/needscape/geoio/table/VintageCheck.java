package org.needscape.geoio.table;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.report.UnreadableFileException;

/**
 * Tells a table of another boundary year by its codes, because most English LSOA codes are the same in every register and a
 * wrong join "mostly works".
 *
 * <p>Codes were given in order: E01000001 to E01032482 in the register of 2001, E01032483 to E01033768 new in that of 2011,
 * E01033769 to E01035762 new in that of 2021. Areas that changed lost their code for good. Source: Office for National
 * Statistics, exact-fit lookups LSOA 2001 to LSOA 2011 and LSOA 2011 to LSOA 2021, England: no new code of a register lies below
 * the last code of the one before; 31,810 of the 33,755 codes of 2021 are codes of 2011 too.
 */
final class VintageCheck {

    /** The last English LSOA code of each register, as the number behind E0. */
    private static final TreeMap<Integer, Integer> LAST_CODES =
            new TreeMap<>(Map.of(2001, 1032482, 2011, 1033768, 2021, 1035762));

    private static final Pattern ENGLISH_LSOA = Pattern.compile("E01\\d{6}");
    private static final int FEWEST_TELLING_CODES = 3;
    private static final int TELLING_SHARE_PERCENT = 50;
    private static final int TELLING_SHARE_WHEN_STATED_PERCENT = 90;

    private final Geography declared;
    private final boolean statedByHeader;
    private final String fileName;
    private final boolean applies;
    private final Set<AreaCode> loadedNew = new HashSet<>();
    private final Set<AreaCode> loadedOld = new HashSet<>();
    private final Set<AreaCode> seenNew = new HashSet<>();
    private final Set<AreaCode> seenOld = new HashSet<>();

    /**
     * @param declared what the file is said to be
     * @param statedByHeader whether its header says so too; more evidence is asked for then
     * @param loaded the codes of the loaded areas of that geography
     */
    VintageCheck(Geography declared, boolean statedByHeader, Set<AreaCode> loaded, String fileName) {
        this.declared = declared;
        this.statedByHeader = statedByHeader;
        this.fileName = fileName;
        applies = declared.level() == Level.LSOA && LAST_CODES.containsKey(declared.vintageYear());
        if (applies) {
            for (AreaCode code : loaded) {
                if (isEnglish(code)) {
                    (isNew(code) ? loadedNew : loadedOld).add(code);
                }
            }
        }
    }

    /**
     * Notes a code of the file.
     *
     * @throws UnreadableFileException when no area of the declared boundary year ever had it
     */
    void see(AreaCode code) {
        if (!applies || !isEnglish(code)) {
            return;
        }
        int number = numberOf(code);
        if (number > lastOf(declared.vintageYear())
                && number <= LAST_CODES.lastEntry().getValue()) {
            throw new UnreadableFileException(fileName + " was given as " + declared + ", but holds the code " + code
                    + ", which came with the boundaries of " + LAST_CODES.higherKey(yearBefore(number))
                    + ": give it as that, with the boundaries of that year.");
        }
        if (loadedNew.contains(code)) {
            seenNew.add(code);
        } else if (loadedOld.contains(code)) {
            seenOld.add(code);
        }
    }

    /**
     * Judges the file as a whole.
     *
     * @throws UnreadableFileException when it has the loaded areas that are older than the declared boundary year but none of
     *     those that are new in it
     */
    void finish() {
        int share = statedByHeader ? TELLING_SHARE_WHEN_STATED_PERCENT : TELLING_SHARE_PERCENT;
        if (loadedNew.size() >= FEWEST_TELLING_CODES
                && seenNew.isEmpty()
                && !loadedOld.isEmpty()
                && seenOld.size() * 100L >= loadedOld.size() * (long) share) {
            throw new UnreadableFileException(fileName + " was given as " + declared + ", but has none of the "
                    + loadedNew.size() + " loaded areas that are new in " + declared.vintageYear() + " and "
                    + seenOld.size() + " of the " + loadedOld.size()
                    + " older ones: it is about an earlier boundary year. Give it as that year, with its boundaries.");
        }
    }

    private boolean isNew(AreaCode code) {
        Integer before = LAST_CODES.lowerKey(declared.vintageYear());
        return before != null && numberOf(code) > lastOf(before);
    }

    /** The latest register that did not have the code yet. */
    private static int yearBefore(int number) {
        int before = LAST_CODES.firstKey();
        for (Map.Entry<Integer, Integer> register : LAST_CODES.entrySet()) {
            if (number > register.getValue()) {
                before = register.getKey();
            }
        }
        return before;
    }

    private static int lastOf(int year) {
        return LAST_CODES.getOrDefault(year, Integer.MAX_VALUE);
    }

    private static boolean isEnglish(AreaCode code) {
        return ENGLISH_LSOA.matcher(code.value()).matches() && !code.isFictional();
    }

    private static int numberOf(AreaCode code) {
        return Integer.parseInt(code.value().substring(1));
    }
}
