package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.access.signin.AuthenticatorApp;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;

@ParameterizedClass
@EachDatabase
class SecondFactorPagesTest {
  private static final String SECURITY = "/account/security";
  private static final String TOTP = "/account/totp";
  private static final Pattern CODES =
      Pattern.compile("<textarea[^>]* id=\"codes\"[^>]*>([^<]+)</textarea>");

  @Parameter DatabaseKind kind;
  private SignedIn in;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
  }

  @AfterEach
  void close() {
    in.close();
  }

  private HttpResponse<String> begin() {
    return in.submit(SECURITY, TOTP, Map.of());
  }

  private HttpResponse<String> confirm(String code) {
    return in.submit(SECURITY, TOTP + "/confirm", Map.of("code", code));
  }

  private HttpResponse<String> end(String code) {
    return in.submit(SECURITY, TOTP + "/end", Map.of("code", code));
  }

  private String secret() {
    return in.core.secondFactor().begun(in.server.core.ada).orElseThrow().secret();
  }

  private String code(String secret) {
    return AuthenticatorApp.code(secret, in.server.core.clock.instant());
  }

  private List<String> turnOn() {
    begin();
    Matcher codes = CODES.matcher(confirm(code(secret())).body());
    assertThat(codes.find()).isTrue();
    in.server.core.clock.advance(Duration.ofMinutes(1));
    return codes.group(1).strip().lines().toList();
  }

  private int signIn(String code) {
    String more = code.isEmpty() ? "" : ", \"code\": \"" + code + "\"";
    String body = ServerFixture.credentials(SignedIn.PASSWORD, more);
    return in.server.post("/api/v1/sessions", body).status();
  }

  @Test
  void showsTheSecretInNoAddressUntilACodeConfirmsIt() {
    HttpResponse<String> begun = begin();
    String secret = secret();
    assertThat(begun.uri().toString()).endsWith(TOTP);
    assertThat(begun.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(begun.body())
        .contains(String.join(" ", Arrays.asList(secret.split("(?<=\\G.{4})"))))
        .contains("href=\"otpauth://totp/Meetwright%3Aada%40example.org?secret=" + secret)
        .contains("<svg class=\"qr\"")
        .doesNotContain("value=\"" + secret, "src=\"data:");
    assertThat(in.get(TOTP).body()).contains(secret);
    assertThat(in.core.secondFactor().isOn(in.ada)).isFalse();

    HttpResponse<String> on = confirm(" " + code(secret) + " ");
    assertThat(on.statusCode()).isEqualTo(200);
    assertThat(on.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(CODES.matcher(on.body()).results()).hasSize(1);
    assertThat(in.core.secondFactor().isOn(in.ada)).isTrue();
    assertThat(in.get(TOTP).uri().toString()).doesNotContain("secret");
    assertThat(Browser.location(in.get(TOTP))).isEqualTo(SECURITY);
    assertThat(in.get(SECURITY).body()).contains("id=\"code\"").doesNotContain(secret);
  }

  @Test
  void showsTheRecoveryCodesOnceAndEachLetsInOnce() {
    List<String> codes = turnOn();
    assertThat(codes).hasSize(10).allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
    HttpResponse<String> again = confirm(code("ABCDEFGHABCDEFGH"));
    assertThat(again.uri().getPath()).isEqualTo(SECURITY);
    assertThat(again.body()).doesNotContain(codes.getFirst());
    assertThat(signIn("")).isEqualTo(401);
    assertThat(signIn(codes.getFirst())).isEqualTo(201);
    assertThat(signIn(codes.getFirst())).isEqualTo(401);
  }

  @Test
  void keepsTheSecretWhereACodeIsWrong() {
    begin();
    String secret = secret();
    HttpResponse<String> wrong = confirm("000000");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("id=\"code-error\">The code is wrong", secret)
        .doesNotContain("000000");
    assertThat(secret()).isEqualTo(secret);
    assertThat(confirm(code(secret)).body()).contains("Your recovery codes");
  }

  @Test
  void isSwitchedOffByACodeOnly() {
    List<String> codes = turnOn();
    HttpResponse<String> wrong = end("000000");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("id=\"code-error\">The code is wrong");
    assertThat(in.core.secondFactor().isOn(in.ada)).isTrue();
    assertThat(end(codes.getLast()).body()).contains("The second factor is off");
    assertThat(signIn("")).isEqualTo(201);
    assertThat(end(codes.getFirst()).uri().getPath()).isEqualTo(SECURITY);
    assertThat(confirm("000000").uri().getPath()).isEqualTo(SECURITY);
  }

  @Test
  void slowsDownWhoGuessesCodes() {
    List<String> codes = turnOn();
    for (int i = 0; i < 6; i++) {
      assertThat(end("00000" + i).statusCode()).isEqualTo(400);
    }
    HttpResponse<String> refused = end(codes.getFirst());
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    assertThat(in.core.secondFactor().isOn(in.ada)).isTrue();
  }

  @Test
  void beginsNoOtherWhereThereIsOne() {
    List<String> codes = turnOn();
    HttpResponse<String> begun = begin();
    assertThat(begun.uri().getPath()).isEqualTo(SECURITY);
    assertThat(signIn(codes.getFirst())).isEqualTo(201);
  }
}
