package org.meetwright.server.pages.account.signin;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.function.Function;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.access.Sessions;
import org.meetwright.core.access.brake.KnownDevices;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.core.access.code.CodeStep;
import org.meetwright.core.access.code.FirstFactor;
import org.meetwright.core.access.signin.SecondFactor;
import org.meetwright.core.host.Host;
import org.meetwright.server.net.ClientProgram;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.web.Csrf;
import org.meetwright.server.pages.web.PageAnswer;

/// What all ways to sign in share: the cookies, and where they lead.
///
/// @param clientAddress where a request comes from, an IP address
public record SignInContext(
    Access access,
    SecondFactor secondFactor,
    KnownDevices knownDevices,
    CodeStep codeStep,
    Function<ServerRequest, String> clientAddress) {
  /// Where the code is asked for.
  public static final String CODE = "/login/code";

  private static final Duration FORM_LASTS = Duration.ofHours(8);

  /// Returns what a form carries before there is a session.
  public String formSecret(AccountRequest asked) {
    String secret = asked.cookie(CookiePurpose.FORM);
    if (secret.isEmpty()) {
      secret = Secrets.next();
      asked.cookies().set(asked.response(), CookiePurpose.FORM, secret, FORM_LASTS);
    }
    return Csrf.token(secret);
  }

  Origin origin(AccountRequest asked) {
    return asked.origin(clientAddress);
  }

  /// Returns the name of the visitor's browser.
  public static String begunWith(AccountRequest asked) {
    return ClientProgram.named(
        asked.request().request().headers().first(HeaderNames.USER_AGENT).orElse(""));
  }

  /// Keeps a session that has begun in the browser, in place of the one that it may have, and goes
  /// to what the host wanted before, or to his account.
  public PageAnswer enter(AccountRequest asked, Host host, Sessions.NewSession session) {
    asked.caller(access).ifPresent(old -> access.sessions().end(old.host().id(), old.credential()));
    asked.cookies().set(asked.response(), CookiePurpose.SESSION, session.token(), Sessions.LASTS);
    asked.cookies().remove(asked.response(), CookiePurpose.FORM);
    if (!asked.cookie(CookiePurpose.CODE).isEmpty()) {
      asked.cookies().remove(asked.response(), CookiePurpose.CODE);
    }
    String device = knownDevices.remember(host.email());
    asked.cookies().set(asked.response(), CookiePurpose.DEVICE, device, KnownDevices.KNOWN);
    return asked.enter();
  }

  /// Lets an authenticated host in, unless the host has set up a second factor: then the host is
  /// asked for a code first.
  PageAnswer enterOrAskForCode(AccountRequest asked, Host host, FirstFactor shown) {
    return secondFactor.isOn(host.id())
        ? askForCode(asked, shown)
        : enter(asked, host, access.sessions().begin(host.id(), begunWith(asked)));
  }

  /// Keeps in the browser what was shown, and goes to where the code is asked for.
  PageAnswer askForCode(AccountRequest asked, FirstFactor shown) {
    String kept = codeStep.begin(shown);
    asked.cookies().set(asked.response(), CookiePurpose.CODE, kept, CodeStep.LASTS);
    return new PageAnswer.SeeOther(asked.link(CODE));
  }
}
