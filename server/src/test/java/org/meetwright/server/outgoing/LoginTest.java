package org.meetwright.server.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.meetwright.core.value.HttpUrl;

class LoginTest {
  private static final HttpUrl OPEN = HttpUrl.of("http://dav.example.org/dir/index.html?a=b");
  private static final HttpUrl SAFE = HttpUrl.of("https://dav.example.org/dir/index.html");
  private static final String BASIC = "Basic TXVmYXNhOkNpcmNsZSBvZiBMaWZl";
  private static final String DIGEST = "Digest realm=\"r, \\\"x\\\"\", qop=\"auth,auth-int\", ";

  private static Reply.Head refusal(String... challenges) {
    return new Reply.Head(OPEN, 401, Map.of("www-authenticate", List.of(challenges)));
  }

  private static OutgoingRequest get(HttpUrl url) {
    return OutgoingRequest.get(url, Map.of());
  }

  private static Login mufasa() {
    return Login.of("Mufasa", "Circle of Life");
  }

  @Test
  void tellsThePasswordAtOnceOnlyWhereNobodyElseCanReadIt() {
    assertThat(mufasa().authorization(get(SAFE))).isEqualTo(BASIC);
    Login login = mufasa();
    assertThat(login.authorization(get(OPEN))).isNull();
    assertThat(login.learn(null, refusal("Basic realm=\"x\""))).isTrue();
    assertThat(login.authorization(get(OPEN))).isEqualTo(BASIC);
    assertThat(login.learn(BASIC, refusal("Basic realm=\"x\""))).isFalse();
  }

  @Test
  void answersDigestBeforeBasic() {
    for (String[] asked :
        new String[][] {
          {"Basic realm=\"x\"", DIGEST + "nonce=\"n\""},
          {"Basic realm=\"x\", " + DIGEST + "nonce=\"n\", algorithm=SHA-256"},
          {DIGEST + "nonce=\"m\", algorithm=MD5", DIGEST + "nonce=\"n\", algorithm=SHA-256"},
          {DIGEST + "nonce=\"n\"", DIGEST + "nonce=\"m\", algorithm=SHA-512-256"}
        }) {
      Login login = mufasa();
      assertThat(login.learn(null, refusal(asked))).isTrue();
      assertThat(login.authorization(get(OPEN)))
          .startsWith("Digest username=\"Mufasa\", realm=\"r, \\\"x\\\"\", nonce=\"n\"")
          .contains("uri=\"/dir/index.html?a=b\"", "qop=auth, nc=00000001");
    }
  }

  /// RFC 2617 section 3.5 and RFC 7616 section 3.9.1 have such answers; theirs are recomputed with
  /// the number that was drawn here.
  @Test
  void answersAsTheRfcComputesIt() throws Exception {
    for (String algorithm : new String[] {"MD5", "SHA-256", "MD5-sess"}) {
      Login login = mufasa();
      login.learn(null, refusal(DIGEST + "opaque=\"o\", nonce=\"n\", algorithm=" + algorithm));
      login.authorization(get(OPEN));
      String answer = Objects.requireNonNull(login.authorization(get(OPEN)));
      String own = parameter(answer, "cnonce=\"([0-9a-f]{32})\"");
      String secret = hash(algorithm, "Mufasa:r, \"x\":Circle of Life");
      if (algorithm.endsWith("-sess")) {
        secret = hash(algorithm, secret + ":n:" + own);
      }
      String asked = hash(algorithm, "GET:/dir/index.html?a=b");
      assertThat(answer)
          .contains("opaque=\"o\"", "nc=00000002", "algorithm=" + algorithm)
          .contains(hash(algorithm, secret + ":n:00000002:" + own + ":auth:" + asked));
    }
  }

  /// The published example of RFC 2069, as its errata correct it, has no random part.
  @Test
  void answersServersThatKnowNoQop() {
    Login login = Login.of("Mufasa", "CircleOfLife");
    login.learn(
        null,
        refusal(
            "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\","
                + " opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""));
    assertThat(login.authorization(get(HttpUrl.of("http://h.example.org/dir/index.html"))))
        .contains("response=\"1949323746fe6a43ef61f9606e7febea\"")
        .doesNotContain("qop", "cnonce", "nc=");
  }

  @Test
  void repeatsWhatWasAnsweredTooLateButNotAWrongPassword() {
    Login login = mufasa();
    login.learn(null, refusal(DIGEST + "nonce=\"n\""));
    String sent = login.authorization(get(OPEN));
    assertThat(login.learn(sent, refusal(DIGEST + "nonce=\"m\""))).isFalse();
    assertThat(login.learn(sent, refusal(DIGEST + "nonce=\"m\", stale=true"))).isTrue();
    assertThat(login.authorization(get(OPEN))).contains("nonce=\"m\"");
  }

  @Test
  void writesNamesThatNoHeaderHolds() {
    Login login = Login.of("J\u00e4s\u00f8n", "x");
    login.learn(null, refusal(DIGEST + "nonce=\"n\""));
    assertThat(login.authorization(get(OPEN))).contains("username*=UTF-8''J%C3%A4s%C3%B8n,");
  }

  @Test
  void isToldToNoOtherServerUnlessItIsMeantFor() {
    HttpUrl other = HttpUrl.of("https://other.example.org/");
    HttpUrl same = HttpUrl.of("https://dav.example.org/x");
    Login one = mufasa();
    Login any = Login.wherever("Mufasa", "Circle of Life");
    assertThat(get(SAFE).by(one).to(other).login()).isNull();
    assertThat(get(SAFE).by(one).to(same).login()).isSameAs(one);
    assertThat(get(SAFE).by(any).to(other).login()).isSameAs(any);
    assertThat(one).hasToString("Login[user=Mufasa]");
  }

  private static String parameter(String answer, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(answer);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static String hash(String algorithm, String text) throws Exception {
    MessageDigest hash = MessageDigest.getInstance(algorithm.startsWith("SHA") ? "SHA-256" : "MD5");
    return HexFormat.of().formatHex(hash.digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
