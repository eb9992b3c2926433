package org.meetwright.core.database.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.meetwright.core.value.EmailKeys;
import org.meetwright.core.value.FoldedText;

/// Stored keys were made by the folding that there was then.
class FoldingTest {
  /// The first and the last letter of Latin to Arabic, more Latin and Greek, letterlike signs,
  /// kana, and the wide forms of ASCII.
  private static final List<int[]> LETTERS =
      List.of(
          new int[] {0x20, 0x6FF},
          new int[] {0x1E00, 0x1FFF},
          new int[] {0x2000, 0x218F},
          new int[] {0x3040, 0x30FF},
          new int[] {0xFB00, 0xFB4F},
          new int[] {0xFF00, 0xFFEF});

  @Test
  void keysAreMadeAnewWhenLettersAreFoldedInAnotherWay() {
    CRC32 answers = new CRC32();
    LETTERS.stream()
        .flatMapToInt(range -> IntStream.rangeClosed(range[0], range[1]))
        .mapToObj(Character::toString)
        .map(FoldingTest::answer)
        .forEach(answer -> answers.update(answer.getBytes(StandardCharsets.UTF_8)));

    assertThat(KeyMigration.FOLDING)
        .as(
            "Folded or EmailAddress.key answers something else: set FOLDING to this, and all keys"
                + " are made anew")
        .isEqualTo((int) answers.getValue());
  }

  private static String answer(String letter) {
    return String.join(
        "\n",
        FoldedText.of("a" + letter + "B"),
        EmailKeys.ofOne("a" + letter + "B@Example.org"),
        EmailKeys.ofStored(List.of("B@a" + letter + "B.example,c@d.example")));
  }
}
