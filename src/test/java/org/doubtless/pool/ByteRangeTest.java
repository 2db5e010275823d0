package org.doubtless.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-99,0,100",
        "bytes=10-,10,990",
        "bytes=-10,990,10",
        "bytes=-5000,0,1000",
        "bytes=990-5000,990,10"
    })
    void readsOnePart(String header, long from, long length) {
        assertThat(ByteRange.of(header, 1000)).contains(new ByteRange(from, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes=-", "bytes=9-3", "lines=1-2", "bytes=a-b", ""})
    void sendsTheWholeForWhatItDoesNotServe(String header) {
        assertThat(ByteRange.of(header, 1000)).isEmpty();
    }

    @Test
    void knowsAPartThatIsNotThere() {
        assertThat(ByteRange.of("bytes=1000-", 1000).orElseThrow().isOutside()).isTrue();
        assertThat(ByteRange.of("bytes=-0", 1000).orElseThrow().isOutside()).isTrue();
    }
}
