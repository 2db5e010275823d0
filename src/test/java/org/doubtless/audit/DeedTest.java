package org.doubtless.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeedTest {
    @Test
    void eachHasAMessageOfItsOwn() throws NoSuchMethodException {
        for (Deed deed : Deed.values()) {
            assertThat(AuditMessages.class.getMethod(deed.message()).getParameterCount())
                    .isZero();
        }
        List<String> words = Arrays.stream(Deed.values()).map(Deed::word).toList();
        assertThat(words).doesNotHaveDuplicates();
        assertThat(Deed.ofWord("member_set")).contains(Deed.MEMBER_SET);
        assertThat(Deed.MEMBER_SET.message()).isEqualTo("memberSet");
    }

    @Test
    void whatChangesSomethingIsRecordedEvenWithoutAName() {
        assertThat(Deed.wordOf("DELETE /api/projects/{p}")).contains("project_deleted");
        assertThat(Deed.wordOf("POST /api/never/heard/of")).contains("POST /api/never/heard/of");
        assertThat(Deed.wordOf("GET /api/projects/{p}")).isEmpty();
        assertThat(Deed.wordOf("POST /api/projects/{p}/annotations")).isEmpty();
    }
}
