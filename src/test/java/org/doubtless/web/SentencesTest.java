package org.doubtless.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
    void aNumberIsNoNameAndTheWordsBehindANameMayStandInIt() {
        assertThat(new SentencePattern("{#} labels").match("many labels")).isNull();
        assertThat(new SentencePattern("{#} labels").match("1,640 labels")).containsExactly("1,640");
        assertThat(new SentencePattern("{} has {#} of {}.").match("a has b has 1.5 of c. d."))
                .containsExactly("a has b", "1.5", "c. d");
        assertThat(new SentencePattern("{} of {}.").match(" of b.")).isNull();
        assertThat(new SentencePattern("a {} of {#}.").match("a b of 3.")).containsExactly("b", "3");
        assertThat(new SentencePattern("a {}").match("a b\nc")).containsExactly("b\nc");
    }

    /** Whoever is signed in can put any text between the words of a problem; a regular expression would never end here. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aTextThatSomebodySentKeepsNobodyWaiting() {
        for (String part : List.of(" has  characters; at most ", " images taken;  were in the pool already, ")) {
            String sent = part.repeat(1_000_000 / part.length()) + "' is no class";
            assertThat(new SentencePattern("{*} has {} characters; at most {} fit.").match(sent))
                    .isNull();
            assertThat(new SentencePattern("{} images taken; {} were in the pool already, {} were refused").match(sent))
                    .isNull();
            assertThat(chinese.say(sent)).isEqualTo(sent);
        }
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
