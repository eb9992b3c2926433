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
    assertThat(Folded.of(text)).isEqualTo(folded);
    assertThat(Folded.of(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(folded);
    assertThat(Folded.of(folded)).isEqualTo(folded);
  }

  @Test
  void keepsMarksThatMakeAnotherLetter() {
    assertThat(Folded.of("か")).isNotEqualTo(Folded.of("が"));
    assertThat(Folded.of("कि")).isNotEqualTo(Folded.of("कु"));
    assertThat(Folded.of("ﾊﾟﾝ")).isEqualTo(Folded.of("パン"));
  }

  @Test
  void makesAPatternOfEachWord() {
    assertThat(Folded.patterns("  José\u00A0 50%_! josé"))
        .isEqualTo(List.of("%jose%", "%50!%!_!!%"));
    assertThat(Folded.patterns("\u0301")).isEmpty();
  }

  @Test
  void cutsAKeyThatIsTooLongBetweenCharacters() {
    assertThat(Folded.key(5, "ab", "cd")).isEqualTo("ab\ncd");
    assertThat(Folded.key(4, "ab", "cd")).isEqualTo("ab\nc");
    assertThat(Folded.key(2, "a\uD83D\uDE00")).isEqualTo("a");
  }
}
