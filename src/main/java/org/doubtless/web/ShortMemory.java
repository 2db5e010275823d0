package org.doubtless.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;

/**
 * Answers of the database, remembered for a few seconds. What was read before a change is not remembered after it, even
 * when the two happen at once.
 */
public final class ShortMemory<K, V> {
    /** After which a change made by another process is seen. */
    private static final Duration MEMORY = Duration.ofSeconds(3);

    private static final int MOST = 10_000;

    private final Cache<K, V> known =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build();
    private final AtomicLong changes = new AtomicLong();

    /** Reads what is not known. */
    @FunctionalInterface
    public interface Reader<V, E extends Exception> {
        Optional<V> read() throws E;
    }

    /** What is known under the key, or else what is read now; that there is nothing is never remembered. */
    public <E extends Exception> Optional<V> get(K key, Reader<V, E> reader) throws E {
        V recalled = known.getIfPresent(key);
        if (recalled != null) {
            return Optional.of(recalled);
        }
        long before = changes.get();
        Optional<V> read = reader.read();
        if (read.isPresent()) {
            known.put(key, read.get());
            // In this order: whoever forgets counts first, and then looks for what is there.
            if (changes.get() != before) {
                known.invalidate(key);
            }
        }
        return read;
    }

    /** Call after the change is committed. */
    public void forget(BiPredicate<K, V> outdated) {
        changes.incrementAndGet();
        known.asMap().entrySet().removeIf(entry -> outdated.test(entry.getKey(), entry.getValue()));
    }
}
