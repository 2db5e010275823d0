package org.doubtless.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintCsvTest {
    /** Names of pictures come from whoever sent them, and a spreadsheet runs what begins like a formula. */
    @Test
    void no_cell_is_a_formula() throws IOException {
        StringWriter out = new StringWriter();
        try (PrintCsv csv = new PrintCsv(out, List.of("=1+1"))) {
            csv.print(List.of(new Answer("=HYPERLINK(A1).png", null, "-2 is no picture")));
        }

        assertThat(out.toString())
                .isEqualTo("picture,class,model_doubt,data_doubt,total_doubt,probability:=1+1,error\n"
                        + "'=HYPERLINK(A1).png,,,,,,'-2 is no picture\n");
    }
}
