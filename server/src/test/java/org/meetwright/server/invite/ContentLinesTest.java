package org.meetwright.server.invite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLinesTest {
  @Test
  void leavesALineOf75OctetsAlone() {
    String line = "X".repeat(75) + "\r\n";
    assertThat(ContentLines.fold(line)).isEqualTo(line);
  }

  @Test
  void foldsALineOf76Octets() {
    assertThat(ContentLines.fold("X".repeat(76) + "\r\n")).isEqualTo("X".repeat(75) + "\r\n X\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "語", "😀"})
  void countsOctetsAndKeepsCharactersWhole(String character) {
    for (int before = 0; before < 5; before++) {
      String line = "A".repeat(before) + character.repeat(200) + "\r\n";
      String folded = ContentLines.fold(line);
      assertThat(folded.split("\r\n"))
          .allSatisfy(
              part -> assertThat(part.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 75));
      assertThat(folded.replace("\r\n ", "")).isEqualTo(line);
      assertThat(new String(folded.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .isEqualTo(folded);
    }
  }
}
