package org.meetwright.server.pages.account.signin;

import io.helidon.http.Status;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.code.FirstFactor;
import org.meetwright.core.access.signin.LinkedIdentities;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.server.oidc.AuthorizationFlow;
import org.meetwright.server.oidc.OpenIdException;
import org.meetwright.server.oidc.OpenIdProvider;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.web.PageAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to a provider of OpenID Connect and back.
public final class ProviderPages {
  /// Where the provider sends hosts back to.
  public static final String CALLBACK = "/login/provider/callback";

  private static final Logger LOG = LoggerFactory.getLogger(ProviderPages.class);
  private static final Duration FLOW_LASTS = Duration.ofMinutes(15);

  private final LinkedIdentities linkedIdentities;
  private final OpenIdProvider provider;
  private final LoginPages login;
  private final Supplier<URI> publicUrl;
  private final SignInContext context;

  /// Creates the pages.
  ///
  /// @param login what is shown where it fails
  /// @param publicUrl the address under which hosts reach the server
  public ProviderPages(
      SignInContext context,
      LinkedIdentities linkedIdentities,
      OpenIdProvider provider,
      LoginPages login,
      Supplier<URI> publicUrl) {
    this.linkedIdentities = linkedIdentities;
    this.context = context;
    this.provider = provider;
    this.login = login;
    this.publicUrl = publicUrl;
  }

  /// Goes there.
  public PageAnswer leave(AccountRequest asked) {
    AuthorizationFlow flow = AuthorizationFlow.begin();
    try {
      URI there = provider.authorization(flow, back());
      asked.cookies().set(asked.response(), CookiePurpose.PROVIDER, flow.packed(), FLOW_LASTS);
      return new PageAnswer.SeeOther(there.toString());
    } catch (OpenIdException failed) {
      return failed(asked, failed);
    }
  }

  private URI back() {
    return URI.create(publicUrl.get() + CALLBACK);
  }

  /// Comes back: signs in the host whom the provider names.
  public PageAnswer comeBack(AccountRequest asked) {
    Optional<AuthorizationFlow> flow =
        AuthorizationFlow.unpack(asked.cookie(CookiePurpose.PROVIDER));
    asked.cookies().remove(asked.response(), CookiePurpose.PROVIDER);
    String code = parameter(asked, "code");
    if (flow.isEmpty() || !flow.get().hasState(parameter(asked, "state")) || code.isEmpty()) {
      return failed(asked, null);
    }
    try {
      if (!provider.isFrom(parameter(asked, "iss"))) {
        return failed(asked, null);
      }
      Identity identity = provider.identify(flow.get(), code, back());
      boolean codeMissing =
          linkedIdentities
              .look(identity)
              .filter(host -> context.secondFactor().isOn(host.id()))
              .isPresent();
      if (codeMissing) {
        return context.askForCode(asked, new FirstFactor.Provider(identity));
      }
      return enter(asked, identity);
    } catch (OpenIdException failed) {
      return failed(asked, failed);
    }
  }

  private PageAnswer enter(AccountRequest asked, Identity identity) {
    return linkedIdentities
        .find(identity)
        .map(
            host ->
                context.enter(
                    asked,
                    host,
                    context.access().sessions().begin(host.id(), SignInContext.begunWith(asked))))
        .orElseGet(() -> problem(asked, Status.FORBIDDEN_403, "login.unknown"));
  }

  private static String parameter(AccountRequest asked, String name) {
    return asked.request().request().query().first(name).orElse("");
  }

  private PageAnswer failed(AccountRequest asked, @Nullable OpenIdException why) {
    if (why != null) {
      LOG.warn("Nobody could sign in with OpenID Connect: {}", why.getMessage());
    }
    return problem(asked, Status.BAD_GATEWAY_502, "login.providerFailed");
  }

  private PageAnswer problem(AccountRequest asked, Status status, String text) {
    return login.page(asked, status, "", asked.words().get(text));
  }
}
