package org.meetwright.core.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meetwright.core.value.InvalidValueException;

class AnswerTest {
  private static final UUID FIRST = UUID.fromString("01a218fb-8c78-733c-8f40-4e00e04c7095");
  private static final UUID SECOND = UUID.fromString("01a218fb-8c78-733c-8f40-4e00e04c7096");

  @Test
  void isWhatAValueOfJsonStandsFor() {
    assertThat(Answer.of("so")).isEqualTo(new Answer.Text("so"));
    assertThat(Answer.of(true)).isEqualTo(new Answer.YesNo(true));
    assertThat(Answer.of(7)).isEqualTo(new Answer.Numeric(new BigDecimal("7")));
    assertThat(Answer.of(1.5)).isEqualTo(new Answer.Numeric(new BigDecimal("1.5")));
    assertThat(Answer.of(new BigDecimal("1.50"))).hasToString("1.50");
    assertThat(Answer.of(new BigInteger("9".repeat(30)))).hasToString("9".repeat(30));
    assertThat(Answer.of(List.of("a", "b"))).isEqualTo(new Answer.Chosen(List.of("a", "b")));
    assertThat(Answer.of(null)).isEqualTo(new Answer.Open());
  }

  @Test
  void goesBackToThatValue() {
    for (Object value : List.of("so", true, new BigDecimal("1.50"), List.of("a"), List.of())) {
      assertThat(Answer.of(value).value()).isEqualTo(value);
    }
    assertThat(Answer.of(null).value()).isNull();
  }

  @Test
  void isNothingElse() {
    for (Object value :
        List.of(
            Map.of(),
            List.of(1),
            List.of(List.of()),
            Collections.singletonList(null),
            Collections.nCopies(101, "a"),
            Double.POSITIVE_INFINITY)) {
      assertThatThrownBy(() -> Answer.of(value))
          .as(value.toString())
          .isInstanceOf(InvalidValueException.class);
    }
    assertThat(Answer.of(Collections.nCopies(100, "a"))).isInstanceOf(Answer.Chosen.class);
  }

  /// Hashes of bookings that were stored hold this text.
  @Test
  void isHashedAsEver() {
    assertThat(
            StoredAnswers.hashed(
                Map.of(SECOND, Answer.of(List.of("Red", "Größe")), FIRST, Answer.of("\"so\" é\n"))))
        .isEqualTo("{" + FIRST + "=\"\\\"so\\\" é\\n\", " + SECOND + "=[\"Red\",\"Größe\"]}");
    assertThat(StoredAnswers.hashed(Map.of(FIRST, Answer.of(1.5), SECOND, Answer.of(null))))
        .isEqualTo("{" + FIRST + "=1.5, " + SECOND + "=null}");
    assertThat(StoredAnswers.hashed(Map.of(FIRST, Answer.of(true))))
        .isEqualTo("{" + FIRST + "=true}");
  }
}
