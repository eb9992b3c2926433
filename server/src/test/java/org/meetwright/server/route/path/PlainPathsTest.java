package org.meetwright.server.route.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainPathsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/ada/intro",
        "/ada/intro/",
        "/b/AZ3q-kQ_0",
        "/.well-known/security.txt",
        "/assets/pages.css",
        "/a..b/...",
        "/people/did%3Aplc%3Aabc",
        "/%C3%A9t%C3%A9%20x",
        "/100%25"
      })
  void takesPathsThatCanBeReadInOneWayOnly(String path) {
    assertThat(PlainPaths.isPlain(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "ada",
        "http://evil.example/ada",
        "//",
        "//evil.example/ada",
        "/ada//intro",
        "/ada/intro//",
        "/metrics;x=y",
        "/metrics;",
        "/x/..;/metrics",
        "/x/../metrics",
        "/x/..",
        "/x/.",
        "/./metrics",
        "/x/%2e%2e/metrics",
        "/x/.%2E/metrics",
        "/x%2fy",
        "/x%2F..%2Fmetrics",
        "/metrics%3bx=y",
        "/x\\y",
        "/x%5cy",
        "/x%00",
        "/x%0d%0aSet-Cookie:y",
        "/x%7F",
        "/x\ty"
      })
  void refusesAllOthers(String path) {
    assertThat(PlainPaths.isPlain(path)).isFalse();
  }
}
