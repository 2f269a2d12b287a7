package org.needscape.spatial;

/**
 * Points by distance from one of them, the nearest first, those at exactly the same distance by rising index: a heap, because a scan
 * with a cap needs only the nearest few.
 */
final class NearestFirst {

    /** Distances that differ by less are equal: the same offset in other places of a grid in metres differs by rounding only. */
    static final double SAME_METRES = 1e-6;

    private final double[] squares;
    private final int[] heap;
    private int count;

    NearestFirst(double[] x, double[] y, int centre) {
        count = x.length;
        squares = new double[count];
        heap = new int[count];
        for (int point = 0; point < count; point++) {
            double dx = x[point] - x[centre];
            double dy = y[point] - y[centre];
            squares[point] = dx * dx + dy * dy;
            heap[point] = point;
        }
        for (int slot = count / 2 - 1; slot >= 0; slot--) {
            sink(slot);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** How far the nearest point not yet taken is. */
    double metresToNext() {
        return Math.sqrt(squares[heap[0]]);
    }

    /** Takes the nearest point. */
    int next() {
        int nearest = heap[0];
        heap[0] = heap[--count];
        sink(0);
        return nearest;
    }

    private void sink(int from) {
        int slot = from;
        int point = heap[slot];
        while (2 * slot + 1 < count) {
            int child = 2 * slot + 1;
            if (child + 1 < count && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], point)) {
                break;
            }
            heap[slot] = heap[child];
            slot = child;
        }
        heap[slot] = point;
    }

    private boolean isBefore(int a, int b) {
        return squares[a] < squares[b] || (squares[a] == squares[b] && a < b);
    }
}
