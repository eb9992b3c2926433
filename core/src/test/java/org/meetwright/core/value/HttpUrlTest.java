package org.meetwright.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpUrlTest {
  @ParameterizedTest
  @CsvSource({
    "example.org/hook, absolute http or https",
    "/hook, absolute http or https",
    "//example.org/hook, absolute http or https",
    "ftp://example.org/hook, absolute http or https",
    "javascript:alert(1), absolute http or https",
    "http:example.org, host name",
    "http:///hook, host name",
    "https://exa mple.org, absolute http or https",
    "https://ada@example.org/, credentials",
    "https://ada:pw@example.org/, credentials",
    "https://example.org/#x, fragment",
    "https://example.org:0/, host name",
    "https://example.org:65536/, host name",
    "http://2130706433/, host name",
    "http://0x7f000001/, host name",
    "http://017700000001/, host name",
    "http://127.1/, host name",
    "http://010.0.0.1/, host name",
    "http://127.0.0.1./, host name",
    "http://1.2.3.4.5/, host name",
    "http://0x7f.0.0.1/, host name"
  })
  void refusesAndNamesTheRule(String url, String rule) {
    assertThatThrownBy(() -> HttpUrl.of(url))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("url");
              assertThat(refused).hasMessageContaining(rule).message().doesNotContain("pw@");
            });
  }

  @Test
  void refusesWhatIsTooLong() {
    String path = "a".repeat(2000 - "https://example.org/".length());
    assertThat(HttpUrl.of("https://example.org/" + path).toString()).hasSize(2000);
    assertThatThrownBy(() -> HttpUrl.of("https://example.org/" + path + "a"))
        .hasMessageContaining("at most 2000");
  }

  @Test
  void knowsHostAndPort() {
    assertThat(HttpUrl.of("https://example.org").port()).isEqualTo(443);
    assertThat(HttpUrl.of("HTTP://example.org").port()).isEqualTo(80);
    assertThat(HttpUrl.of(" http://[::1]:81/a?b=c ").host()).isEqualTo("::1");
    assertThat(HttpUrl.of("http://[::1]:81/a?b=c").port()).isEqualTo(81);
    assertThat(HttpUrl.of("https://example.org/é")).hasToString("https://example.org/%C3%A9");
  }
}
