package org.meetwright.server.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.core.TestClock;

class IdTokensTest {
  private static final String ISSUER = "https://id.example.org/";

  private static RSAKey key;
  private static HttpServer server;
  private final TestClock clock = new TestClock("2026-03-02T12:00:00Z");

  @BeforeAll
  static void publish() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("k").generate();
    byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.createContext(
        "/keys",
        exchange -> {
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private JWTClaimsSet.Builder claims() {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("meet")
        .subject("ada")
        .claim("nonce", "n")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
  }

  private static String signed(RSAKey by, JWTClaimsSet claims) throws Exception {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build();
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(new RSASSASigner(by));
    return token.serialize();
  }

  private JWTClaimsSet check(String token) {
    URI keys = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    return new IdTokens(ISSUER, "meet", Set.of("RS256"), keys, clock).check(token, "n");
  }

  private void assertRefused(String token) {
    assertThatThrownBy(() -> check(token)).isInstanceOf(OpenIdException.class);
  }

  @Test
  void takesATokenThatTheProviderSignedForUs() throws Exception {
    assertThat(check(signed(key, claims().build())).getSubject()).isEqualTo("ada");
  }

  @Test
  void refusesATokenForSomethingElse() throws Exception {
    assertRefused(signed(key, claims().issuer("https://evil.example.org").build()));
    assertRefused(signed(key, claims().audience("another").build()));
    assertRefused(signed(key, claims().claim("nonce", "another").build()));
    assertRefused(signed(key, claims().claim("nonce", null).build()));
    assertRefused(signed(key, claims().subject(null).build()));
    assertRefused(signed(key, claims().expirationTime(null).build()));
  }

  @Test
  @Tag("attack")
  void refusesAnAlgorithmThatTheProviderHasNotAnnounced() throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.PS512).keyID("k").build(), claims().build());
    token.sign(new RSASSASigner(key));
    assertRefused(token.serialize());
    URI keys = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    Set<String> announced = Set.of("RS256", "PS512", "none");
    IdTokens both = new IdTokens(ISSUER, "meet", announced, keys, clock);
    assertThat(both.check(token.serialize(), "n").getSubject()).isEqualTo("ada");
    assertThatThrownBy(() -> new IdTokens(ISSUER, "meet", Set.of("none", "HS256"), keys, clock))
        .isInstanceOf(OpenIdException.class)
        .hasMessageContaining("no key pair");
  }

  @Test
  @Tag("attack")
  void refusesATokenThatWasMadeForAnotherParty() throws Exception {
    assertRefused(signed(key, claims().claim("azp", "another").build()));
    assertRefused(signed(key, claims().claim("azp", 1).build()));
    assertThat(check(signed(key, claims().claim("azp", "meet").build()))).isNotNull();
    List<String> several = List.of("meet", "another");
    assertRefused(signed(key, claims().audience(several).build()));
    assertRefused(signed(key, claims().audience(several).claim("azp", "another").build()));
    assertThat(check(signed(key, claims().audience(several).claim("azp", "meet").build())))
        .isNotNull();
  }

  @Test
  void refusesATokenThatHasExpired() throws Exception {
    String token = signed(key, claims().build());
    clock.advance(Duration.ofMinutes(7));
    assertRefused(token);
  }

  @Test
  void refusesATokenThatTheProviderDidNotSign() throws Exception {
    RSAKey another = new RSAKeyGenerator(2048).keyID("k").generate();
    assertRefused(signed(another, claims().build()));
    assertRefused(new PlainJWT(claims().build()).serialize());
    SignedJWT byPublicKey =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k").build(), claims().build());
    byPublicKey.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
    assertRefused(byPublicKey.serialize());
    assertRefused("nonsense");
  }
}
