package org.meetwright.server.calendar.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.oauth.AuthorizationServer;
import org.meetwright.core.calendar.remote.oauth.Grant;
import org.meetwright.core.calendar.remote.oauth.Grant.Owner;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.calendar.http.CalendarHttp;
import org.meetwright.server.calendar.http.JsonAnswer;
import org.meetwright.server.outgoing.OutgoingRequest;
import org.meetwright.server.settings.calendar.OAuthClient;
import tools.jackson.databind.JsonNode;

/// The authorization server of a service, over HTTP.
public final class ConsentServer implements AuthorizationServer {
  private static final Duration SHORT = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(1);

  private final AuthorizationEndpoints endpoints;
  private final OAuthClient client;
  private final CalendarHttp http;

  /// Creates it.
  public ConsentServer(AuthorizationEndpoints endpoints, OAuthClient client, CalendarHttp http) {
    this.endpoints = endpoints;
    this.client = client;
    this.http = http;
  }

  @Override
  public Set<String> needed() {
    return endpoints.needed();
  }

  @Override
  public URI page(Question question) {
    List<String> scopes = new ArrayList<>(endpoints.besides());
    scopes.addAll(endpoints.needed());
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", client.id());
    parameters.put("redirect_uri", question.redirect().toString());
    parameters.put("scope", scopes.stream().sorted().collect(Collectors.joining(" ")));
    parameters.put("state", question.state());
    parameters.put("code_challenge", question.challenge());
    parameters.put("code_challenge_method", "S256");
    parameters.putAll(endpoints.more());
    return URI.create(endpoints.page() + "?" + encoded(parameters));
  }

  @Override
  public Grant redeem(String code, String verifier, URI redirect) throws RemoteFault {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("code_verifier", verifier);
    form.put("redirect_uri", redirect.toString());
    JsonNode answer = ask(form);
    return grant(answer, owner(answer.path("id_token").asString("")));
  }

  @Override
  public Grant renew(String refreshToken) throws RemoteFault {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    return grant(ask(form), null);
  }

  @Override
  public void revoke(String refreshToken) throws RemoteFault {
    URI at = endpoints.revocation();
    if (at == null) {
      return;
    }
    JsonAnswer answer = post(at, Map.of("token", refreshToken));
    // 400: the service knows nothing of it any more.
    if (answer.status() != 200 && answer.status() != 400) {
      throw http.fault(answer.head());
    }
  }

  private JsonNode ask(Map<String, String> form) throws RemoteFault {
    form.put("client_id", client.id());
    if (!client.secret().isEmpty()) {
      form.put("client_secret", client.secret());
    }
    JsonAnswer answer = post(endpoints.token(), form);
    if (answer.status() == 200) {
      return answer.body();
    }
    throw switch (answer.body().path("error").asString("")) {
      case "invalid_grant" ->
          new RemoteFault(
              FaultCode.SIGN_IN,
              "The calendar service no longer lets this server in. Connect again.");
      case "invalid_client", "unauthorized_client" ->
          new RemoteFault(
              FaultCode.CLIENT_REFUSED,
              "The calendar service does not accept this server. An admin has to check its client"
                  + " id and secret.");
      default -> fault(answer);
    };
  }

  /// Nothing is wrong with a password here: none was sent.
  private RemoteFault fault(JsonAnswer answer) {
    RemoteFault fault = http.fault(answer.head());
    return fault.kind() == RemoteFault.FaultKind.SIGN_IN
        ? new RemoteFault(
            FaultCode.CLIENT_REFUSED, "The calendar service does not accept this server.")
        : fault;
  }

  private JsonAnswer post(URI at, Map<String, String> form) throws RemoteFault {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    byte[] body = encoded(form).getBytes(StandardCharsets.UTF_8);
    return JsonAnswer.of(http, OutgoingRequest.post(new HttpUrl(at), headers, body));
  }

  private static Grant grant(JsonNode answer, @Nullable Owner owner) throws RemoteFault {
    String access = answer.path("access_token").asString("");
    String refresh = answer.path("refresh_token").asString("");
    if (access.isEmpty()
        || !answer.path("token_type").asString("Bearer").equalsIgnoreCase("bearer")) {
      throw notUnderstood("The calendar service gave no token.");
    }
    if (access.length() > Grant.LONGEST_TOKEN || refresh.length() > Grant.LONGEST_TOKEN) {
      throw notUnderstood("The calendar service gave a token that is too long to be kept.");
    }
    Set<String> scopes = Set.copyOf(List.of(answer.path("scope").asString("").split(" ", -1)));
    return new Grant(
        access,
        refresh.isEmpty() ? null : refresh,
        lifetime(answer.path("expires_in")),
        scopes.contains("") ? Set.of() : scopes,
        owner);
  }

  /// The service counts from its answer on, so that its clock does not matter.
  private static Duration lifetime(JsonNode told) {
    long seconds = told.asLong(SHORT.toSeconds());
    return Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST.toSeconds()));
  }

  /// The token came over TLS from the service itself, so that its signature proves no more (OpenID
  /// Connect Core 1.0, section 3.1.3.7, number 6).
  private @Nullable Owner owner(String idToken) throws RemoteFault {
    if (idToken.isEmpty()) {
      return null;
    }
    try {
      JWTClaimsSet claims = JWTParser.parse(idToken).getJWTClaimsSet();
      String subject = claims.getSubject();
      if (subject == null || subject.isEmpty() || !claims.getAudience().contains(client.id())) {
        throw notUnderstood("The calendar service tells of an account that is not meant for us.");
      }
      String email = claims.getStringClaim("email");
      String named = email == null ? claims.getStringClaim("preferred_username") : email;
      return new Owner(subject, named == null || named.isBlank() ? subject : named);
    } catch (ParseException wrong) {
      throw notUnderstood("The calendar service does not say whose account it is.");
    }
  }

  private static RemoteFault notUnderstood(String message) {
    return new RemoteFault(FaultCode.NOT_UNDERSTOOD, message);
  }

  private static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
