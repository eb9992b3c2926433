package org.meetwright.server.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;

/// Checks ID tokens: signed by one of the provider's published keys, for us, for this sign-in, and
/// not expired. Keys are fetched again when there is a new one.
final class IdTokens {
  private static final int LIMIT_MILLIS = 10_000;
  private static final int MOST_BYTES = 256 * 1024;
  private static final Set<String> NEEDED = Set.of("sub", "iat", "exp");

  private final String issuer;
  private final String clientId;
  private final InstantSource clock;
  private final JWKSource<SecurityContext> keys;

  IdTokens(String issuer, String clientId, URI keysAt, InstantSource clock) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.clock = clock;
    try {
      this.keys =
          JWKSourceBuilder.create(
                  keysAt.toURL(),
                  new DefaultResourceRetriever(LIMIT_MILLIS, LIMIT_MILLIS, MOST_BYTES))
              .build();
    } catch (MalformedURLException | IllegalArgumentException notOne) {
      throw new OpenIdException("The provider's jwks_uri is no address", notOne);
    }
  }

  /// Returns what a token says.
  ///
  /// @throws OpenIdException if the token proves nothing
  JWTClaimsSet check(String token, String nonce) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    // Signatures by a key pair alone: never `none`, nor a secret that we have too.
    Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.SIGNATURE);
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
    processor.setJWTClaimsSetVerifier(verifier(nonce));
    try {
      return processor.process(token, null);
    } catch (ParseException | BadJOSEException | JOSEException wrong) {
      throw new OpenIdException("The ID token is not valid: " + wrong.getMessage(), wrong);
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
