package org.meetwright.server.pages.account;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.Core;
import org.meetwright.core.access.brake.Brake;
import org.meetwright.core.access.code.CodeStep;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.core.host.Host;
import org.meetwright.server.oidc.Flow;
import org.meetwright.server.oidc.OpenIdException;
import org.meetwright.server.oidc.OpenIdProvider;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Cookies.Kind;
import org.meetwright.server.pages.web.Answer;
import org.meetwright.server.pages.web.Answer.Privacy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to a provider of OpenID Connect and back.
final class ProviderPages {
  static final String CODE = "/login/code";
  static final String CALLBACK = "/login/provider/callback";

  private static final Logger LOG = LoggerFactory.getLogger(ProviderPages.class);
  private static final Duration FLOW_LASTS = Duration.ofMinutes(15);

  private final Core core;
  private final OpenIdProvider provider;
  private final LoginPages login;
  private final Supplier<URI> publicUrl;
  private final Function<ServerRequest, String> clientAddress;
  private final CodeStep codeStep;

  ProviderPages(
      Core core,
      OpenIdProvider provider,
      LoginPages login,
      Supplier<URI> publicUrl,
      Function<ServerRequest, String> clientAddress) {
    this.clientAddress = clientAddress;
    this.codeStep = new CodeStep(core.manageLinks()::formTag, core.clock());
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
      boolean codeMissing =
          core.linkedIdentities()
              .look(identity)
              .filter(host -> core.secondFactor().isOn(host.id()))
              .isPresent();
      if (codeMissing) {
        String kept = codeStep.begin(identity);
        asked.cookies().set(asked.response(), Kind.CODE, kept, CodeStep.LASTS);
        return new Answer.SeeOther(asked.link(CODE));
      }
      return enter(asked, identity);
    } catch (OpenIdException failed) {
      return failed(asked, failed);
    }
  }

  private Answer enter(AccountRequest asked, Identity identity) {
    return core.linkedIdentities()
        .find(identity)
        .map(
            host ->
                LoginPages.enter(
                    asked, core.access().sessions().begin(host.id(), LoginPages.begunWith(asked))))
        .orElseGet(() -> problem(asked, Status.FORBIDDEN_403, "login.unknown"));
  }

  /// Asks for the code of a host who has come from the provider.
  Answer askForCode(AccountRequest asked) {
    return codeStep.read(asked.cookie(Kind.CODE)).isPresent()
        ? codePage(asked, Status.OK_200, null)
        : new Answer.SeeOther(asked.link("/login"));
  }

  private Answer codePage(AccountRequest asked, Status status, @Nullable String error) {
    CodeView view =
        new CodeView(
            asked.shell("login.title"),
            asked.words(),
            asked.link(CODE),
            login.formSecret(asked),
            error);
    return new Answer.Page(status, "code", view, Privacy.FORM);
  }

  /// Looks at the code. Only then is the host linked and let in.
  Answer enterCode(AccountRequest asked) {
    String code = asked.form(Kind.FORM).get("code");
    Identity identity = codeStep.read(asked.cookie(Kind.CODE)).orElse(null);
    Host host = identity == null ? null : core.linkedIdentities().look(identity).orElse(null);
    if (identity == null || host == null) {
      return new Answer.SeeOther(asked.link("/login"));
    }
    Brake.Try begun = core.brake().beginCode(host.email(), asked.origin(clientAddress));
    if (begun.retryAfter().isPresent()) {
      long seconds = begun.retryAfter().get().toSeconds();
      asked.response().header(HeaderNames.RETRY_AFTER, Long.toString(seconds));
      String text = asked.words().get("login.tooManyTries", seconds);
      return codePage(asked, Status.TOO_MANY_REQUESTS_429, text);
    }
    if (!core.secondFactor().accepts(host.id(), code)) {
      return codePage(asked, Status.UNAUTHORIZED_401, asked.words().get("security.wrongCode"));
    }
    core.brake().succeeded(begun);
    asked.cookies().remove(asked.response(), Kind.CODE);
    return enter(asked, identity);
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
