package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.access.ApiTokens.ApiToken;
import org.meetwright.core.access.Scope;
import org.meetwright.core.database.DatabaseKind;

@ParameterizedClass
@EachDatabase
class TokenPagesTest {
  private static final String PAGE = "/account/tokens";
  private static final Pattern SECRET = Pattern.compile("mw_[\\w-]{43}");

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

  private HttpResponse<String> make(String name, String scope, String until) {
    return in.submit(PAGE, PAGE, Map.of("name", name, "scope", scope, "until", until));
  }

  private static String secret(HttpResponse<String> page) {
    Matcher secret = SECRET.matcher(page.body());
    assertThat(secret.find()).isTrue();
    return secret.group();
  }

  private ApiToken last() {
    return in.access.tokens().list(in.ada).getLast();
  }

  @Test
  void showsATokenOnceThatMayDoWhatWasSaid() {
    HttpResponse<String> made = make("Office board", "read", "");
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
    String secret = secret(made);
    assertThat(made.body()).contains("Office board").doesNotContain("value=\"Office board\"");
    assertThat(in.get(PAGE).body()).contains("Office board").doesNotContain(secret);
    assertThat(last().scopes()).containsExactly(Scope.READ);
    assertThat(last().expiresAt()).isNull();
    assertThat(in.server.as(secret, "GET", "/api/v1/me", "").status()).isEqualTo(200);
    assertThat(in.server.as(secret, "PATCH", "/api/v1/me", "{\"name\": \"A\"}").status())
        .isEqualTo(403);

    String writer = secret(make("Robot", "write", "2026-03-02"));
    assertThat(in.server.as(writer, "PATCH", "/api/v1/me", "{\"name\": \"A\"}").status())
        .isEqualTo(200);
    // To the end of the day in New York.
    assertThat(last().expiresAt()).isEqualTo(Instant.parse("2026-03-03T05:00:00Z"));
  }

  @Test
  void mayOnlyLookWhereNothingWasSaid() {
    make("Robot", "everything", "");
    assertThat(last().scopes()).containsExactly(Scope.READ);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-03-01", "soon", "2201-01-01", "+999999999-12-31", "-999999999-01-01"})
  void saysThatTheDayHasPassedOrIsNone(String until) {
    HttpResponse<String> refused = make("Robot <1>", "write", until);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("id=\"until-error\">Choose a day", "value=\"" + until + "\"")
        .contains("value=\"Robot &lt;1>\"")
        .containsPattern("value=\"write\" checked");
    assertThat(in.access.tokens().list(in.ada)).hasSize(1);
  }

  @Test
  void saysThatTheNameIsMissing() {
    HttpResponse<String> refused = make(" ", "write", "2026-05-01");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("id=\"name-error\">Give it a name", "value=\"2026-05-01\"");
    assertThat(make("x".repeat(101), "read", "").statusCode()).isEqualTo(400);
    assertThat(make("a\u0000b", "read", "").statusCode()).isEqualTo(400);
    assertThat(in.access.tokens().list(in.ada)).hasSize(1);
  }
}
