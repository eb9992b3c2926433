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
import org.meetwright.server.pages.account.Cookies.Kind;
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
  Answer leave(Visit visit) {
    Flow flow = Flow.begin();
    try {
      URI there = provider.authorization(flow, back());
      visit.cookies().set(visit.response(), Kind.PROVIDER, flow.packed(), FLOW_LASTS);
      return new Answer.SeeOther(there.toString());
    } catch (OpenIdException failed) {
      return failed(visit, failed);
    }
  }

  private URI back() {
    return URI.create(publicUrl.get() + CALLBACK);
  }

  /// Comes back: signs in the host whom the provider names.
  Answer comeBack(Visit visit) {
    Optional<Flow> flow = Flow.unpack(visit.cookie(Kind.PROVIDER));
    visit.cookies().remove(visit.response(), Kind.PROVIDER);
    String code = parameter(visit, "code");
    if (flow.isEmpty() || !flow.get().hasState(parameter(visit, "state")) || code.isEmpty()) {
      return failed(visit, null);
    }
    try {
      if (!provider.isFrom(parameter(visit, "iss"))) {
        return failed(visit, null);
      }
      Identity identity = provider.identify(flow.get(), code, back());
      return core.linkedIdentities()
          .find(identity)
          .map(host -> enter(visit, host))
          .orElseGet(() -> problem(visit, Status.FORBIDDEN_403, "login.unknown"));
    } catch (OpenIdException failed) {
      return failed(visit, failed);
    }
  }

  private Answer enter(Visit visit, Host host) {
    return LoginPages.enter(
        visit, core.access().sessions().begin(host.id(), LoginPages.begunWith(visit)));
  }

  private static String parameter(Visit visit, String name) {
    return visit.request().request().query().first(name).orElse("");
  }

  private Answer failed(Visit visit, @Nullable OpenIdException why) {
    if (why != null) {
      LOG.warn("Nobody could sign in with OpenID Connect: {}", why.getMessage());
    }
    return problem(visit, Status.BAD_GATEWAY_502, "login.providerFailed");
  }

  private Answer problem(Visit visit, Status status, String text) {
    return login.page(visit, status, "", visit.words().get(text));
  }
}
