package org.meetwright.server.pages.account;

import io.helidon.http.Status;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.Core;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.core.host.Host;
import org.meetwright.server.oidc.Flow;
import org.meetwright.server.oidc.OpenIdException;
import org.meetwright.server.oidc.OpenIdProvider;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Cookies.Kind;
import org.meetwright.server.pages.web.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to a provider of OpenID Connect and back.
final class ProviderPages {
  static final String CALLBACK = "/login/provider/callback";

  private static final Logger LOG = LoggerFactory.getLogger(ProviderPages.class);
  private static final Duration FLOW_LASTS = Duration.ofMinutes(15);

  private final Core core;
  private final OpenIdProvider provider;
  private final LoginPages login;
  private final Supplier<URI> publicUrl;

  ProviderPages(Core core, OpenIdProvider provider, LoginPages login, Supplier<URI> publicUrl) {
    this.core = core;
    this.provider = provider;
    this.login = login;
    this.publicUrl = publicUrl;
  }

  /// Goes there.
  Answer leave(AccountRequest asked) {
    Flow flow = Flow.begin();
    try {
      URI there = provider.authorization(flow, back());
      asked.cookies().set(asked.response(), Kind.PROVIDER, flow.packed(), FLOW_LASTS);
      return new Answer.SeeOther(there.toString());
    } catch (OpenIdException failed) {
      return failed(asked, failed);
    }
  }

  private URI back() {
    return URI.create(publicUrl.get() + CALLBACK);
  }

  /// Comes back: signs in the host whom the provider names.
  Answer comeBack(AccountRequest asked) {
    Optional<Flow> flow = Flow.unpack(asked.cookie(Kind.PROVIDER));
    asked.cookies().remove(asked.response(), Kind.PROVIDER);
    String code = parameter(asked, "code");
    if (flow.isEmpty() || !flow.get().hasState(parameter(asked, "state")) || code.isEmpty()) {
      return failed(asked, null);
    }
    try {
      if (!provider.isFrom(parameter(asked, "iss"))) {
        return failed(asked, null);
      }
      Identity identity = provider.identify(flow.get(), code, back());
      return core.linkedIdentities()
          .find(identity)
          .map(host -> enter(asked, host))
          .orElseGet(() -> problem(asked, Status.FORBIDDEN_403, "login.unknown"));
    } catch (OpenIdException failed) {
      return failed(asked, failed);
    }
  }

  private Answer enter(AccountRequest asked, Host host) {
    return LoginPages.enter(
        asked, core.access().sessions().begin(host.id(), LoginPages.begunWith(asked)));
  }

  private static String parameter(AccountRequest asked, String name) {
    return asked.request().request().query().first(name).orElse("");
  }

  private Answer failed(AccountRequest asked, @Nullable OpenIdException why) {
    if (why != null) {
      LOG.warn("Nobody could sign in with OpenID Connect: {}", why.getMessage());
    }
    return problem(asked, Status.BAD_GATEWAY_502, "login.providerFailed");
  }

  private Answer problem(AccountRequest asked, Status status, String text) {
    return login.page(asked, status, "", asked.words().get(text));
  }
}
