package org.needscape.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.needscape.area.AreaCode;
import org.needscape.spatial.Neighbours;
import org.needscape.targeting.Candidate;
import org.needscape.targeting.Resource;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;

/**
 * A county of 25 by 24 areas to choose from, each beside four others and some by a corner too: need in nine smooth hills with noise, by
 * children; costs that grow with children. Eight districts.
 */
final class TargetCounty {

    private static final int WIDTH = 25;
    private static final int HEIGHT = 24;
    private static final int HILLS = 9;

    private TargetCounty() {}

    static TargetQuestion question(long seed) {
        Random random = new Random(seed);
        double[][] hills = new double[HILLS][];
        for (int k = 0; k < HILLS; k++) {
            hills[k] = new double[] {
                random.nextDouble() * WIDTH,
                random.nextDouble() * HEIGHT,
                1.5 + 2.5 * random.nextDouble(),
                0.4 + random.nextDouble()
            };
        }
        List<Candidate> candidates = new ArrayList<>();
        int[][] neighbours = new int[WIDTH * HEIGHT][];
        for (int k = 0; k < WIDTH * HEIGHT; k++) {
            candidates.add(candidate(k, hills, random));
            neighbours[k] = neighbours(k);
        }
        return new TargetQuestion(candidates, Neighbours.ofLists(neighbours), TargetConstraints.NONE);
    }

    private static Candidate candidate(int k, double[][] hills, Random random) {
        int x = k % WIDTH;
        int y = k / WIDTH;
        double level = 0.15;
        for (double[] hill : hills) {
            double squares = (x - hill[0]) * (x - hill[0]) + (y - hill[1]) * (y - hill[1]);
            level += hill[3] * Math.exp(-squares / 2 / hill[2] / hill[2]);
        }
        double share = level * Math.exp(0.35 * random.nextGaussian()) / 10;
        double children = 200.0 + random.nextInt(400);
        AreaCode district = new AreaCode("D" + (y / 12 * 4 + x / 7));
        return Candidate.of(
                new AreaCode(String.format(Locale.ROOT, "E01%06d", k)),
                district,
                Math.rint(share * children),
                Map.of(
                        Resource.MONEY,
                        20_000 + 50 * children + random.nextInt(5000),
                        Resource.CASELOAD,
                        5.0 + random.nextInt(10),
                        Resource.CHILDREN,
                        children));
    }

    private static int[] neighbours(int k) {
        List<Integer> neighbours = new ArrayList<>();
        for (int other = 0; other < WIDTH * HEIGHT; other++) {
            int right = Math.abs(other % WIDTH - k % WIDTH);
            int down = Math.abs(other / WIDTH - k / WIDTH);
            boolean isBeside = right + down == 1;
            boolean isAtCorner = right == 1 && down == 1 && (k + other) % 3 == 0;
            if (isBeside || isAtCorner) {
                neighbours.add(other);
            }
        }
        return neighbours.stream().mapToInt(Integer::intValue).toArray();
    }
}
