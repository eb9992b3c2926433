package org.meetwright.server.pages.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FormBodyTest {
  private static FormBody read(String text) {
    return FormBody.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsFieldsAsBrowsersSendThem() {
    FormBody body = read("name=Ada+L%C3%B6velace&q=1&q=2&empty=&=x&novalue");

    assertThat(body.get("name")).isEqualTo("Ada Lövelace");
    assertThat(body.all("q")).containsExactly("1", "2");
    assertThat(body.get("empty")).isEmpty();
    assertThat(body.get("missing")).isEmpty();
    assertThat(body.fields()).hasSize(3);
  }

  @Test
  void takesAFormOfExactlyTheLimit() {
    String name = "n=";

    assertThat(read(name + "x".repeat(FormBody.MOST_BYTES - name.length())).get("n"))
        .hasSize(65534);
    assertThatThrownBy(() -> read(name + "x".repeat(FormBody.MOST_BYTES - name.length() + 1)))
        .isInstanceOfSatisfying(
            UnreadableFormException.class, failed -> assertThat(failed.tooLarge()).isTrue());
  }

  @Test
  @Tag("attack")
  void takesAsManyFieldsAsTheLimitAndNoMore() {
    assertThat(read("n=1&".repeat(FormBody.MOST_FIELDS - 1) + "n=2").all("n"))
        .hasSize(FormBody.MOST_FIELDS);
    assertThatThrownBy(() -> read("n=1&".repeat(FormBody.MOST_FIELDS) + "n=2"))
        .isInstanceOfSatisfying(
            UnreadableFormException.class, failed -> assertThat(failed.tooLarge()).isTrue());
  }

  @Test
  void refusesBrokenEncoding() {
    assertThatThrownBy(() -> read("name=%zz"))
        .isInstanceOfSatisfying(
            UnreadableFormException.class, failed -> assertThat(failed.tooLarge()).isFalse());
  }
}
