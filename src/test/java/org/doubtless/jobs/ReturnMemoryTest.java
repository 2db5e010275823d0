package org.doubtless.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ReturnMemoryTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void the_java_machine_knows_the_command() {
        assertThat(ReturnMemory.toSystem()).isTrue();
    }
}
