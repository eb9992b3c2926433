package org.meetwright.server.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.settings.OidcSettings;
import tools.jackson.databind.JsonNode;

/// An OpenID Connect provider (Core 1.0): authorization code flow with PKCE. Its addresses come
/// from its discovery document, which is read when it is first needed.
public final class OpenIdProvider {
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final OidcSettings settings;
  private final InstantSource clock;
  private final ProviderRequests exchange = new ProviderRequests();
  private volatile @Nullable Endpoints known;

  /// Creates it; nothing is asked yet.
  public OpenIdProvider(OidcSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  private record Endpoints(
      String issuer, URI authorization, URI token, @Nullable URI userInfo, IdTokens idTokens) {}

  private Endpoints endpoints() {
    Endpoints found = known;
    if (found == null) {
      found = discover();
      known = found;
    }
    return found;
  }

  private Endpoints discover() {
    URI at = URI.create(settings.issuer() + DISCOVERY);
    JsonNode document = exchange.get(at, Map.of());
    String issuer = ProviderRequests.text(document, "issuer");
    if (!issuer.replaceFirst("/+$", "").equals(String.valueOf(settings.issuer()))) {
      throw new OpenIdException(at + " is of another issuer, " + issuer);
    }
    return new Endpoints(
        issuer,
        ProviderRequests.address(document, "authorization_endpoint"),
        ProviderRequests.address(document, "token_endpoint"),
        document.has("userinfo_endpoint")
            ? ProviderRequests.address(document, "userinfo_endpoint")
            : null,
        new IdTokens(
            issuer,
            settings.clientId(),
            algorithms(document),
            ProviderRequests.address(document, "jwks_uri"),
            clock));
  }

  /// What the provider says it signs ID tokens with; RS256, which each must know, if it says
  /// nothing.
  private static Set<String> algorithms(JsonNode document) {
    Set<String> told = new LinkedHashSet<>();
    document
        .path("id_token_signing_alg_values_supported")
        .forEach(name -> told.add(name.asString("")));
    return told.isEmpty() ? Set.of("RS256") : told;
  }

  /// Returns the provider's page to sign in on.
  ///
  /// @param back where it is to send the visitor afterwards
  /// @throws OpenIdException if the provider can't be asked
  public URI authorization(AuthorizationFlow flow, URI back) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", settings.clientId());
    parameters.put("redirect_uri", back.toString());
    parameters.put("scope", "openid email");
    parameters.put("state", flow.state());
    parameters.put("nonce", flow.nonce());
    parameters.put("code_challenge", Secrets.hash(flow.verifier()));
    parameters.put("code_challenge_method", "S256");
    URI page = endpoints().authorization();
    String separator = page.getQuery() == null ? "?" : "&";
    return URI.create(page + separator + ProviderRequests.encoded(parameters));
  }

  /// Returns whether an answer that names its issuer (RFC 9207) is this provider's.
  public boolean isFrom(String issuer) {
    return issuer.isEmpty() || issuer.equals(endpoints().issuer());
  }

  /// Turns the code that a visitor brings back into who he is.
  ///
  /// @param back the same as in [#authorization]
  /// @throws OpenIdException if the provider does not say so, or can't prove it
  public Identity identify(AuthorizationFlow flow, String code, URI back) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("grant_type", "authorization_code");
    parameters.put("code", code);
    parameters.put("redirect_uri", back.toString());
    parameters.put("code_verifier", flow.verifier());
    parameters.put("client_id", settings.clientId());
    Map<String, String> headers =
        settings.clientSecret().isEmpty() ? Map.of() : Map.of("Authorization", "Basic " + basic());
    JsonNode answer = exchange.post(endpoints().token(), headers, parameters);
    JWTClaimsSet claims =
        endpoints().idTokens().check(ProviderRequests.text(answer, "id_token"), flow.nonce());
    return identity(claims, answer);
  }

  private String basic() {
    String both =
        ProviderRequests.encoded(settings.clientId())
            + ":"
            + ProviderRequests.encoded(settings.clientSecret());
    return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  /// Providers tell the address in the ID token, or only to who asks with the access token.
  private Identity identity(JWTClaimsSet claims, JsonNode answer) {
    Object email = claims.getClaim("email");
    Object verified = claims.getClaim("email_verified");
    URI userInfo = endpoints().userInfo();
    String subject = claims.getSubject();
    if (email == null && userInfo != null && answer.has("access_token")) {
      JsonNode told =
          exchange.get(
              userInfo,
              Map.of("Authorization", "Bearer " + ProviderRequests.text(answer, "access_token")));
      if (!ProviderRequests.text(told, "sub").equals(subject)) {
        throw new OpenIdException("The provider tells about someone else");
      }
      email = told.path("email").asString("");
      verified = told.path("email_verified").asBoolean(false);
    }
    boolean counts = email != null && Boolean.parseBoolean(String.valueOf(verified));
    return new Identity(
        endpoints().issuer(), subject, counts ? address(String.valueOf(email)) : null);
  }

  private static @Nullable EmailAddress address(String text) {
    try {
      EmailAddress address = new EmailAddress(text);
      // To the letter: what has to be put right first is not what the provider has verified.
      return address.value().equals(text) ? address : null;
    } catch (InvalidValueException notOne) {
      return null;
    }
  }
}
