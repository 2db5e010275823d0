package org.doubtless.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class DiskProblemTest {
    @Test
    void knowsAFullDiskWhereverItHides() {
        RuntimeException failure =
                new RuntimeException(new UncheckedIOException(new IOException("No space left on device")));

        assertThat(DiskProblem.in(failure).status()).isEqualTo(507);
        assertThat(DiskProblem.in(failure).detail()).contains("Free space");
    }

    @Test
    void leavesOtherFailuresAlone() {
        assertThat(DiskProblem.in(new IOException("Connection reset"))).isNull();
        assertThat(DiskProblem.in(new IllegalStateException("No space left on device")))
                .isNull();
        assertThat(DiskProblem.in(new IOException())).isNull();
    }
}
