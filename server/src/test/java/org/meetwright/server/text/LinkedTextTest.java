package org.meetwright.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.meetwright.server.text.LinkedText.Piece;

class LinkedTextTest {
  @Test
  void findsAddressesWithoutThePunctuationAroundThem() {
    assertThat(LinkedText.lines("See https://example.com/a?b=c.\n\n(http://x.test/d)"))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .containsExactly(
                        new Piece("See ", null),
                        new Piece(
                            "https://example.com/a?b=c", URI.create("https://example.com/a?b=c")),
                        new Piece(".", null)),
            line -> assertThat(line).isEmpty(),
            line ->
                assertThat(line)
                    .containsExactly(
                        new Piece("(", null),
                        new Piece("http://x.test/d", URI.create("http://x.test/d")),
                        new Piece(")", null)));
  }

  @Test
  void makesNoLinkOfAnythingElse() {
    for (String text :
        new String[] {"javascript:alert(1)", "https://", "https:// x", "https://[", "www.x.test"}) {
      assertThat(LinkedText.lines(text).getFirst())
          .as(text)
          .allSatisfy(piece -> assertThat(piece.link()).isNull());
    }
  }
}
