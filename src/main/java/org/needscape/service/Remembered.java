package org.needscape.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The things last asked for, up to a number of them. Safe for many threads; two may make the same thing at once. */
final class Remembered<T> {

    private final Map<String, T> things;

    Remembered(int most) {
        this.things = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        };
    }

    /** The thing under this name, made now when it is not remembered. */
    T get(String name, Supplier<T> maker) {
        synchronized (things) {
            T known = things.get(name);
            if (known != null) {
                return known;
            }
        }
        T made = maker.get();
        synchronized (things) {
            things.put(name, made);
        }
        return made;
    }
}
