package org.doubtless.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerCommandTest {
    private static final long GIGABYTE = 1L << 30;
    private static final List<String> OWN =
            List.of("-Xmx700m", "-Ddoubtless.worker.threads=2", "-Dcom.sun.management.jmxremote.port=9010");

    @Test
    void settings_go_with_it_and_what_is_the_servers_own_does_not() {
        assertThat(words(null, GIGABYTE))
                .contains("-Ddoubtless.worker.threads=2")
                .doesNotContain("-Xmx700m", "-Dcom.sun.management.jmxremote.port=9010")
                .endsWith("worker", "--until-input-ends", "--data", "/somewhere");
    }

    @Test
    void half_the_machine_is_its_heap_within_limits() {
        assertThat(words(null, 4 * GIGABYTE)).contains("-Xmx2048m");
        assertThat(words(null, GIGABYTE / 2)).contains("-Xmx512m");
        assertThat(words(null, 64 * GIGABYTE)).contains("-Xmx4096m");
    }

    @Test
    void options_of_its_own_come_last_of_all_options() {
        List<String> words = words(" -Xmx6g  -XX:+UseSerialGC ", 4 * GIGABYTE);
        assertThat(words.subList(0, words.indexOf("-jar"))).endsWith("-Xmx6g", "-XX:+UseSerialGC");
        assertThat(words.indexOf("-Xmx2048m")).isLessThan(words.indexOf("-Xmx6g"));
    }

    private static List<String> words(String options, long memory) {
        WorkerConfig config = new WorkerConfig() {
            @Override
            public Optional<String> options() {
                return Optional.ofNullable(options);
            }

            @Override
            public int nice() {
                return 10;
            }
        };
        return new WorkerCommand(config, Path.of("/somewhere")).words(OWN, memory);
    }
}
