package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadAheadTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "9, 1", "10, 1", "11, 2", "1000, 100"})
    void everythingIsStoredInOrderAndInBatches(int items, int batches) {
        List<Integer> stored = new ArrayList<>();
        AtomicInteger count = new AtomicInteger();
        String result = ReadAhead.<Integer, String>run(
                10,
                consumer -> {
                    IntStream.range(0, items).forEach(consumer::accept);
                    return "read " + items;
                },
                batch -> {
                    stored.addAll(batch);
                    count.incrementAndGet();
                });
        assertEquals("read " + items, result);
        assertEquals(IntStream.range(0, items).boxed().toList(), stored);
        assertEquals(batches, count.get());
    }

    @Test
    void storingStaysOnTheCallersThread() {
        AtomicReference<Thread> reader = new AtomicReference<>();
        List<Thread> storing = new ArrayList<>();
        ReadAhead.<Integer, Boolean>run(
                1,
                consumer -> {
                    reader.set(Thread.currentThread());
                    consumer.accept(1);
                    consumer.accept(2);
                    return true;
                },
                batch -> storing.add(Thread.currentThread()));
        assertEquals(List.of(Thread.currentThread(), Thread.currentThread()), storing);
        assertNotEquals(Thread.currentThread(), reader.get());
        assertFalse(reader.get().isAlive(), "it has ended when everything is stored");
    }

    @Test
    void whatReadingThrowsIsThrownOnAfterWhatWasRead() {
        List<Integer> stored = new ArrayList<>();
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> ReadAhead.<Integer, Boolean>run(
                        2,
                        consumer -> {
                            IntStream.range(0, 4).forEach(consumer::accept);
                            throw new IllegalArgumentException("bad record");
                        },
                        stored::addAll));
        assertEquals("bad record", thrown.getMessage());
        assertEquals(List.of(0, 1, 2, 3), stored);
    }

    @Test
    void errorsAreThrownOnAsTheyAre() {
        assertThrows(
                OutOfMemoryError.class,
                () -> ReadAhead.<Integer, Boolean>run(
                        2,
                        consumer -> {
                            throw new OutOfMemoryError("for a test");
                        },
                        batch -> {}));
    }

    @Test
    void readingStopsWhenStoringThrows() {
        AtomicInteger read = new AtomicInteger();
        AtomicBoolean closed = new AtomicBoolean();
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> ReadAhead.<Integer, Boolean>run(
                        1,
                        consumer -> {
                            try {
                                while (true) {
                                    consumer.accept(read.incrementAndGet());
                                }
                            } finally {
                                closed.set(true);
                            }
                        },
                        batch -> {
                            throw new IllegalStateException("store is full");
                        }));
        assertEquals("store is full", thrown.getMessage());
        assertTrue(closed.get(), "the file was closed before the caller goes on");
        assertTrue(read.get() < 20, "it read " + read.get() + " ahead");
    }

    @Test
    void interruptOfTheCallerStopsBoth() {
        Thread.currentThread().interrupt();
        assertThrows(
                java.util.concurrent.CancellationException.class,
                () -> ReadAhead.<Integer, Boolean>run(
                        1,
                        consumer -> {
                            while (true) {
                                consumer.accept(1);
                            }
                        },
                        batch -> {}));
        assertTrue(Thread.interrupted());
    }
}
