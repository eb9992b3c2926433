package org.meetwright.server.pages.account.hostlink;

import io.helidon.http.Status;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.branding.Brandings;
import org.meetwright.core.host.Host;
import org.meetwright.core.hostlink.HostLinks;
import org.meetwright.core.hostlink.LinkedBooking;
import org.meetwright.core.hostlink.LinkedBooking.Live;
import org.meetwright.core.hostlink.MailActions;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.signin.SignInContext;
import org.meetwright.server.pages.frame.MessageView;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.text.Texts;

/// Lets those through to a booking who have a link that is still good; after signing in, where the
/// host wants that.
public final class HostLinkGate {
  private final HostLinks hostLinks;
  private final Access access;
  private final Brandings brandings;
  private final SignInContext context;

  /// Creates the gate.
  public HostLinkGate(
      HostLinks hostLinks, Access access, Brandings brandings, SignInContext context) {
    this.hostLinks = hostLinks;
    this.access = access;
    this.brandings = brandings;
    this.context = context;
  }

  /// Does something with the booking of the request's token.
  ///
  /// @param what the last segment of the page's address; empty for the page of the link itself
  PageAnswer with(AccountRequest asked, String what, Function<OpenedHostLink, PageAnswer> work) {
    String token = asked.request().path("token");
    return switch (hostLinks.look(token)) {
      case LinkedBooking.Unknown() -> PageAnswer.notFound();
      case LinkedBooking.Lost() -> gone(asked);
      case LinkedBooking.Ended(UUID bookingId) ->
          message(asked, Status.GONE_410, "ended", "/account/bookings/" + bookingId);
      case Live live ->
          live.mailActions() == MailActions.OPEN
              ? work.apply(linked(asked, token, live))
              : signedIn(asked, token, live, what, work);
    };
  }

  /// Answers a host whose the booking is no longer.
  static PageAnswer gone(AccountRequest asked) {
    return message(asked, Status.GONE_410, "void", "/account");
  }

  private PageAnswer signedIn(
      AccountRequest asked,
      String token,
      Live live,
      String what,
      Function<OpenedHostLink, PageAnswer> work) {
    Optional<Caller> caller = asked.caller(access);
    if (caller.isEmpty()) {
      return asked.signInForLink(token, what);
    }
    return caller.get().host().id().equals(live.host().id())
        ? work.apply(linked(asked, token, live))
        : message(
            asked, Status.FORBIDDEN_403, "other", "/account", caller.get().host().email().value());
  }

  private OpenedHostLink linked(AccountRequest asked, String token, Live live) {
    Host host = live.host();
    return new OpenedHostLink(
        asked,
        token,
        live,
        asked.request().host(host.timeZone(), host.locale()),
        brandings.of(host.id()),
        context.formSecret(asked));
  }

  private static PageAnswer message(
      AccountRequest asked, Status status, String what, String path, Object... values) {
    Visitor visitor = asked.request().visitor(ZoneOffset.UTC);
    Texts words = OpenedHostLink.words(visitor);
    String title = words.get(what + ".title");
    MessageView view =
        new MessageView(
            Shell.unlisted(PageTexts.of(visitor.locale()), asked.request().links(), title),
            title,
            words.get(what + ".text", values),
            asked.link(path),
            words.get(what + ".way"));
    return new PageAnswer.Page(status, "message", view, Privacy.SECRET);
  }
}
