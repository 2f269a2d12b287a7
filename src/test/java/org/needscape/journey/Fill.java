package org.needscape.journey;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** How a piece of a page is filled, told by its pixels and by shape alone, as somebody who sees no colours tells it. */
enum Fill {
    /** One colour. */
    PLAIN,
    /** Lines that cross every row and every column. */
    SLANTED,
    /** Lines that cross every row, with columns between them. */
    UPRIGHT,
    /** Strokes along rows, with rows between them. */
    DASHED,
    /** Spots, with rows and columns between them. */
    DOTTED;

    /** The border of a swatch, and where it blends with what it frames. */
    private static final int BORDER_PIXELS = 2;

    private static final int FAINTEST_CONTRAST = 24;
    private static final int SHORTEST_DASH_PIXELS = 3;

    /** How a screenshot is filled, leaving out its border. */
    static Fill of(byte[] screenshot) {
        int[][] brightness = brightness(screenshot);
        int least = 255;
        int most = 0;
        for (int[] row : brightness) {
            for (int pixel : row) {
                least = Math.min(least, pixel);
                most = Math.max(most, pixel);
            }
        }
        if (most - least < FAINTEST_CONTRAST) {
            return PLAIN;
        }
        // Lines are drawn smooth: a row that they cross may have no pixel as dark as the darkest.
        double paper = most - 0.35 * (most - least);
        boolean[] inkInColumn = new boolean[brightness[0].length];
        boolean everyRow = true;
        int longestDash = 0;
        for (int[] row : brightness) {
            int dash = 0;
            boolean ink = false;
            for (int x = 0; x < row.length; x++) {
                dash = row[x] < paper ? dash + 1 : 0;
                longestDash = Math.max(longestDash, dash);
                ink |= dash > 0;
                inkInColumn[x] |= dash > 0;
            }
            everyRow &= ink;
        }
        boolean everyColumn = true;
        for (boolean ink : inkInColumn) {
            everyColumn &= ink;
        }
        if (everyRow) {
            return everyColumn ? SLANTED : UPRIGHT;
        }
        return longestDash >= SHORTEST_DASH_PIXELS ? DASHED : DOTTED;
    }

    private static int[][] brightness(byte[] screenshot) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(screenshot));
            int[][] rows = new int[image.getHeight() - 2 * BORDER_PIXELS][image.getWidth() - 2 * BORDER_PIXELS];
            for (int y = 0; y < rows.length; y++) {
                for (int x = 0; x < rows[y].length; x++) {
                    int rgb = image.getRGB(x + BORDER_PIXELS, y + BORDER_PIXELS);
                    rows[y][x] = ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3;
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
