package org.doubtless.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final Path CATALOGUE = Path.of("src", "main", "resources", "sentences", "zh.txt");
    private static final Pattern ENGLISH = Pattern.compile("(?<![-/.A-Za-z])[a-z]{4,}(?![-.A-Za-z])");

    private final Sentences chinese = Sentences.read("sentences/zh.txt");

    @Test
    void whatChangesIsTakenOver() {
        assertThat(chinese.say("The next round starts after 12 more labels.")).isEqualTo("再有 12 个标签就开始下一轮。");
        assertThat(chinese.say("Import of trap of May.zip")).isEqualTo("导入 trap of May.zip");
    }

    @Test
    void aPhraseInASentenceIsSaidTooAndANameIsNot() {
        assertThat(chinese.say("There is no project 12 here. It may have gone with its project."))
                .isEqualTo("这里没有项目 12。可能已随项目删除。");
        assertThat(chinese.say("Most often “Right” where “Time” is the right answer: 3 times."))
                .isEqualTo("最常见：正确答案是“Time”时答“Right”，3 次。");
    }

    @Test
    void sentencesInARowAreSaidOneByOneAndWhatIsNotKnownStays() {
        assertThat(chinese.say("Round 3 is under way. The next round starts after 1 more label."))
                .isEqualTo("第 3 轮正在进行。再有 1 个标签就开始下一轮。");
        assertThat(chinese.say("Nobody knows this. None of them is audited yet."))
                .isEqualTo("Nobody knows this. 还没有抽查过。");
        assertThat(chinese.say("Nobody knows this.")).isEqualTo("Nobody knows this.");
    }

    @Test
    void everyLineHasItsTranslationWithAllThatChanges() throws IOException {
        List<String> lines = Files.readAllLines(CATALOGUE).stream()
                .filter(line -> !line.isBlank())
                .toList();
        assertThat(lines.size() % 2).isZero();
        List<String> known = new ArrayList<>();
        for (int k = 0; k < lines.size(); k += 2) {
            String english = lines.get(k);
            known.add(english);
            String said = lines.get(k + 1);
            long places =
                    Pattern.compile("\\{[#*]?}").matcher(english).results().count();
            TreeSet<Integer> taken = new TreeSet<>();
            Pattern.compile("\\{(\\d)}")
                    .matcher(said)
                    .results()
                    .map(MatchResult::group)
                    .forEach(place -> taken.add(Character.digit(place.charAt(1), 10)));
            assertThat(said).as(english).containsPattern("\\p{IsHan}|alpha|kappa");
            assertThat(english).doesNotContainPattern("\\p{IsHan}");
            assertThat(taken.isEmpty() ? 0 : taken.last()).as(english).isLessThanOrEqualTo((int) places);
            assertThat(ENGLISH.matcher(said.replaceAll("'[^']*'|alpha|kappa", ""))
                            .results())
                    .as(said)
                    .isEmpty();
        }
        assertThat(known).doesNotHaveDuplicates();
    }
}
