package org.doubtless.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelKeysTest {
    @Test
    void keysComeInOrder() {
        assertThat(LabelKeys.of(List.of("Birch", "Alder", "Hazel"))).containsExactly("1", "2", "3");
    }

    @Test
    void aDigitHasItsOwnKey() {
        assertThat(LabelKeys.of(List.of("0", "1", "7"))).containsExactly("0", "1", "7");
    }

    @Test
    void theOthersPassOverATakenKey() {
        assertThat(LabelKeys.of(List.of("blank", "1", "A"))).containsExactly("2", "1", "a");
    }

    @Test
    void keysOfThePageAreNobodys() {
        assertThat(LabelKeys.of(List.of("u", "f", "w", "p"))).containsExactly("1", "2", "3", "4");
    }

    @Test
    void pastTheLastKeyThereIsNone() {
        List<String> keys = LabelKeys.of(Collections.nCopies(29, "many"));
        assertThat(keys).hasSize(29).doesNotHaveDuplicates().endsWith((String) null);
    }
}
