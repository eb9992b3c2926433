package org.meetwright.server.pages.account;

import io.helidon.http.HttpException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.Core;
import org.meetwright.server.oidc.OpenIdProvider;
import org.meetwright.server.pages.PageErrors;
import org.meetwright.server.pages.web.Answer;
import org.meetwright.server.pages.web.Answer.Problem;
import org.meetwright.server.pages.web.Assets;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.pages.web.Preferences;
import org.meetwright.server.pages.web.Renderer;
import org.meetwright.server.pages.web.Site;
import org.meetwright.server.settings.OidcSettings;

/// The pages of hosts. To be registered before those of invitees, whose addresses begin with any
/// word.
public final class AccountPageRoutes implements HttpService {
  private final Site site;
  private final Renderer renderer = new Renderer();
  private final PageErrors errors;
  private final LoginPages login;
  private final AccountPages account;
  private final @Nullable ProviderPages provider;

  /// Creates the routes.
  ///
  /// @param publicUrl the address under which hosts reach the server; asked for at each request
  /// @param clientAddress where a request comes from, an IP address
  /// @param oidc the provider at which hosts can sign in besides
  public AccountPageRoutes(
      Core core,
      Supplier<URI> publicUrl,
      Function<ServerRequest, String> clientAddress,
      OidcSettings oidc) {
    site = new Site(publicUrl, new Assets());
    errors = new PageErrors(publicUrl);
    login = new LoginPages(core, clientAddress, oidc.on());
    provider =
        oidc.on()
            ? new ProviderPages(core, new OpenIdProvider(oidc, core.clock()), login, publicUrl)
            : null;
    account = new AccountPages(core.access());
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/login", page(login::show))
        .post("/login", page(login::signIn))
        .post("/logout", page(login::signOut))
        .get("/account", page(account::show))
        .post("/account/sessions/{id}/end", page(account::endSession))
        .post("/account/tokens/{id}/end", page(account::endToken));
    if (provider != null) {
      rules
          .get("/login/provider", page(provider::leave))
          .get(ProviderPages.CALLBACK, page(provider::comeBack));
    }
  }

  private Handler page(Function<AccountRequest, Answer> handler) {
    return (request, response) -> {
      try {
        PageRequest page = PageRequest.of(request, site.links(request));
        Answer answer =
            handler.apply(new AccountRequest(page, response, new Cookies(site.secure())));
        Preferences.keep(page, response, site.secure());
        switch (answer) {
          case Answer.Page shown -> renderer.send(request, response, shown);
          case Answer.SeeOther other -> renderer.send(request, response, other);
          case Answer.Failed(Problem problem) ->
              throw new HttpException(problem.name(), problem.status());
        }
      } catch (RuntimeException failed) {
        errors.handle(request, response, failed);
      }
    };
  }
}
