package org.doubtless.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShortMemoryTest {
    private final ShortMemory<String, String> memory = new ShortMemory<>();

    @Test
    void remembersUntilItIsToldOfAChange() {
        assertThat(read("lead")).contains("lead");
        assertThat(read("viewer")).contains("lead");
        memory.forget((key, value) -> key.equals("somebody else"));
        assertThat(read("viewer")).contains("lead");
        memory.forget((key, value) -> key.equals("ada"));
        assertThat(read("viewer")).contains("viewer");
    }

    @Test
    void doesNotRememberWhatChangedWhileItWasRead() {
        Optional<String> stale = memory.get("ada", () -> {
            memory.forget((key, value) -> key.equals("ada"));
            return Optional.of("lead");
        });
        assertThat(stale).contains("lead");
        assertThat(read("viewer")).contains("viewer");
    }

    @Test
    void doesNotRememberThatThereIsNothing() {
        assertThat(memory.get("ada", Optional::empty)).isEmpty();
        assertThat(read("viewer")).contains("viewer");
    }

    private Optional<String> read(String role) {
        return memory.get("ada", () -> Optional.of(role));
    }
}
