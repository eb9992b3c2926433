package org.meetwright.server.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonTemplateTest {
  @Test
  void fillsPlacesInStringsAtAnyDepthAndLeavesTheRest() {
    JsonTemplate template =
        JsonTemplate.of("{\"a\": [{\"to\": \"tel:${to}!\"}, 5, null, true], \"${to}\": \"$ {}\"}");

    assertThat(template.places()).containsExactly("to");
    assertThat(template.filled(Map.of("to", "+49")))
        .isEqualTo("{\"a\":[{\"to\":\"tel:+49!\"},5,null,true],\"${to}\":\"$ {}\"}");
  }

  @Test
  void keepsWhatIsFilledInInsideItsString() {
    String nasty = "\", \"to\": \"+1\" \\ \n \u0000 ${id} $1 語 \uD83D\uDE00 </script>";
    String filled =
        JsonTemplate.of("{\"text\": \"<${text}>\"}").filled(Map.of("text", nasty, "id", "x"));

    assertThat(JsonMapper.shared().readTree(filled).properties()).hasSize(1);
    assertThat(JsonMapper.shared().readTree(filled).path("text").stringValue())
        .isEqualTo("<" + nasty + ">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "[]", "\"${to}\"", "{} {}", "{\"a\": ${to}}", "{\"a\": 1"})
  void refusesWhatIsNoObject(String text) {
    assertThatThrownBy(() -> JsonTemplate.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
