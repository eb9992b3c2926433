package org.meetwright.server.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks ID tokens as OpenID Connect Core 1.0 asks in section 3.1.3.7: signed by one of the
/// provider's published keys, by an algorithm that it has announced, for us, for this sign-in, and
/// not expired. Keys are fetched again when there is a new one.
final class IdTokens {
  private static final Set<String> NEEDED = Set.of("sub", "iat", "exp");

  private final String issuer;
  private final String clientId;
  private final Set<JWSAlgorithm> algorithms;
  private final InstantSource clock;
  private final JWKSource<SecurityContext> keys;

  /// @param algorithms the names of those that the provider has announced
  IdTokens(
      String issuer, String clientId, Set<String> algorithms, URI keysAt, InstantSource clock) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.algorithms = asymmetric(algorithms);
    this.clock = clock;
    try {
      this.keys =
          JWKSourceBuilder.create(keysAt.toURL(), new ProviderRequests().retriever()).build();
    } catch (MalformedURLException | IllegalArgumentException notOne) {
      throw new OpenIdException("The provider's jwks_uri is no address", notOne);
    }
  }

  /// Signatures by a key pair alone: never `none`, nor a secret that we have too.
  private static Set<JWSAlgorithm> asymmetric(Set<String> names) {
    Set<JWSAlgorithm> found =
        names.stream()
            .map(JWSAlgorithm::parse)
            .filter(JWSAlgorithm.Family.SIGNATURE::contains)
            .collect(Collectors.toUnmodifiableSet());
    if (found.isEmpty()) {
      throw new OpenIdException("The provider signs ID tokens with no key pair: " + names);
    }
    return found;
  }

  /// Returns what a token says.
  ///
  /// @throws OpenIdException if the token proves nothing
  JWTClaimsSet check(String token, String nonce) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
    processor.setJWTClaimsSetVerifier(verifier(nonce));
    try {
      JWTClaimsSet claims = processor.process(token, null);
      checkParty(claims);
      return claims;
    } catch (ParseException | BadJOSEException | JOSEException wrong) {
      throw new OpenIdException("The ID token is not valid: " + wrong.getMessage(), wrong);
    }
  }

  /// A token that names a party must name us, and one for several has to name a party.
  private void checkParty(JWTClaimsSet claims) {
    Object party = claims.getClaim("azp");
    boolean named = party != null || claims.getAudience().size() > 1;
    if (named && !clientId.equals(party)) {
      throw new OpenIdException(
          "The ID token is not valid: its authorized party is not this server");
    }
  }

  private DefaultJWTClaimsVerifier<SecurityContext> verifier(String nonce) {
    JWTClaimsSet exactly = new JWTClaimsSet.Builder().issuer(issuer).claim("nonce", nonce).build();
    return new DefaultJWTClaimsVerifier<>(clientId, exactly, NEEDED) {
      @Override
      protected Date currentTime() {
        return Date.from(clock.instant());
      }
    };
  }
}
