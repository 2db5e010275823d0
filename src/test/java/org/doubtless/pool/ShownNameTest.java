package org.doubtless.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownNameTest {
    @Test
    void keepsWhatCanBeShown() {
        assertThat(ShownName.of("trap 05/Häsel-01.png")).isEqualTo("trap 05/Häsel-01.png");
        assertThat(ShownName.of("a\\b.png")).isEqualTo("a/b.png");
    }

    @Test
    void replacesWhatWouldBreakARowOrAPage() {
        assertThat(ShownName.of("a\0b\n\u202egnp.exe")).isEqualTo("a\ufffdb\ufffd\ufffdgnp.exe");
        assertThat(ShownName.of(" \t")).isEqualTo("\ufffd");
        assertThat(ShownName.of("")).isEqualTo("(no name)");
        assertThat(ShownName.of("x".repeat(1000) + "end.png")).hasSize(401).endsWith("end.png");
    }
}
