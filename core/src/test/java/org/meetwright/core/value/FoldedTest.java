package org.meetwright.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {
  @ParameterizedTest
  @CsvSource({
    "José Núñez, jose nunez",
    "ÅSA ØSTERGÅRD, asa ostergard",
    "Łukasz Żółć, lukasz zolc",
    "Straße, strasse",
    "STRASSE, strasse",
    "Þór Æsir Œuvre, thor aesir oeuvre",
    "ΟΔΟΣ, οδοσ",
    "οδός, οδοσ",
    "İstanbul ISPARTA ısparta, istanbul isparta isparta",
    "Đặng Thị Hương, dang thi huong",
    "ЁЛКА Йод, елка иод",
    "\u212Aelvin, kelvin",
    "ﬁnance ＡＢＣ, finance abc",
    "مُحَمَّد, محمد",
    "שָׁלוֹם, שלום",
    "zero\u200Bwidth, zerowidth"
  })
  void foldsCaseAccentsAndLigatures(String text, String folded) {
    assertThat(FoldedText.of(text)).isEqualTo(folded);
    assertThat(FoldedText.of(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(folded);
    assertThat(FoldedText.of(folded)).isEqualTo(folded);
  }

  @Test
  void keepsMarksThatMakeAnotherLetter() {
    assertThat(FoldedText.of("か")).isNotEqualTo(FoldedText.of("が"));
    assertThat(FoldedText.of("कि")).isNotEqualTo(FoldedText.of("कु"));
    assertThat(FoldedText.of("ﾊﾟﾝ")).isEqualTo(FoldedText.of("パン"));
  }

  @Test
  void makesAPatternOfEachWord() {
    assertThat(FoldedText.patterns("  José\u00A0 50%_! josé"))
        .isEqualTo(List.of("%jose%", "%50!%!_!!%"));
    assertThat(FoldedText.patterns("\u0301")).isEmpty();
  }

  @Test
  void cutsAKeyThatIsTooLongBetweenCharacters() {
    assertThat(FoldedText.key(5, "ab", "cd")).isEqualTo("ab\ncd");
    assertThat(FoldedText.key(4, "ab", "cd")).isEqualTo("ab\nc");
    assertThat(FoldedText.key(2, "a\uD83D\uDE00")).isEqualTo("a");
  }
}
