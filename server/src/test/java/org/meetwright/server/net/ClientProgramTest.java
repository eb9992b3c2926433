package org.meetwright.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientProgramTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36 | Chrome on Linux
          Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36 Edg/145.0.0.0 | Edge on Windows
          Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15 | Safari on macOS
          Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/145.0 Mobile/15E148 Safari/604.1 | Chrome on iPhone
          Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/150.0 Mobile/15E148 Safari/605.1.15 | Firefox on iPad
          Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36 | Samsung Internet on Android
          Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0 | Firefox on Android
          Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36 | Chrome on ChromeOS
          Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36 OPR/130.0.0.0 | Opera on Windows
          curl/8.14.1 | curl
          Java-http-client/25.0.1 | Java-http-client
          Firefox of the test | Firefox
          '<script>alert(1)</script>' | scriptalert
          """)
  void isNamedAsAPersonWould(String header, String name) {
    assertThat(ClientProgram.named(header)).isEqualTo(name);
  }

  @Test
  void keepsNothingOfWhatCallsItselfNothingAndLittleOfWhatIsLong() {
    assertThat(ClientProgram.named("")).isEmpty();
    assertThat(ClientProgram.named("x".repeat(500))).hasSize(40);
  }

  @Test
  void findsTheBrowserAgain() {
    assertThat(ClientProgram.find("Samsung Internet on Android"))
        .contains(new ClientProgram("Samsung Internet", "Android"));
    assertThat(ClientProgram.find("curl")).isEmpty();
  }
}
