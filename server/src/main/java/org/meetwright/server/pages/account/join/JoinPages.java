package org.meetwright.server.pages.account.join;

import io.helidon.http.Status;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.password.Weakness;
import org.meetwright.core.account.invitation.HostInvitation;
import org.meetwright.core.account.invitation.HostInvitations;
import org.meetwright.core.account.invitation.JoinOutcome;
import org.meetwright.core.host.Host;
import org.meetwright.server.pages.account.join.JoinView.Words;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.security.PasswordForm;
import org.meetwright.server.pages.account.signin.SignInContext;
import org.meetwright.server.pages.frame.MessageView;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.pages.text.ZoneChoice;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.text.Texts;

/// Where the link of an invitation leads: the newcomer chooses name, handle, zone and password, and
/// is signed in. Looking changes nothing, since programs that look for bad mail follow links. The
/// link's secret shows that the form may be sent, but not from another site: there, someone else
/// would sign the browser in with a link of his own.
public final class JoinPages {
  private static final String BUNDLE = "org.meetwright.server.pages.account.join.texts";

  private final InstantSource clock;
  private final HostInvitations invitations;
  private final Access access;
  private final SignInContext context;
  private final Supplier<URI> publicUrl;

  /// Creates the pages.
  ///
  /// @param publicUrl the address under which people reach the server, without a slash at the end
  public JoinPages(
      InstantSource clock,
      HostInvitations invitations,
      Access access,
      SignInContext context,
      Supplier<URI> publicUrl) {
    this.clock = clock;
    this.invitations = invitations;
    this.access = access;
    this.context = context;
    this.publicUrl = publicUrl;
  }

  /// Asks for everything.
  public PageAnswer show(AccountRequest asked) {
    HostInvitation invitation = invitations.look(token(asked)).orElse(null);
    if (invitation == null) {
      return gone(asked);
    }
    Visitor visitor = asked.request().visitor(ZoneOffset.UTC);
    ZoneId told = visitor.origin() == Visitor.Origin.GUESSED ? null : visitor.zone();
    return page(asked, invitation, Status.OK_200, JoinForm.of(invitation, told), Map.of());
  }

  private static String token(AccountRequest asked) {
    return asked.request().path("token");
  }

  private static Texts words(AccountRequest asked) {
    return Texts.of(BUNDLE, asked.request().language());
  }

  private PageAnswer page(
      AccountRequest asked,
      HostInvitation invitation,
      Status status,
      JoinForm form,
      Map<String, String> errors) {
    Texts words = words(asked);
    ZoneId zone = form.zone();
    Shell shell =
        new Shell(
            PageTexts.of(asked.request().language()),
            asked.request().links(),
            words.get("title"),
            "",
            false,
            zone == null);
    JoinView view =
        new JoinView(
            shell,
            new Words(words, asked.words()),
            asked.link("/login/join/" + token(asked)),
            publicUrl.get().toString().replaceFirst("^https?://", "") + "/",
            invitation.email().value(),
            form,
            ZoneChoice.at(clock.instant(), zone == null ? ZoneOffset.UTC : zone),
            errors);
    return new PageAnswer.Page(status, "join", view, Privacy.SECRET);
  }

  private static PageAnswer gone(AccountRequest asked) {
    Texts words = words(asked);
    String title = words.get("gone.title");
    MessageView view =
        new MessageView(
            Shell.unlisted(
                PageTexts.of(asked.request().language()), asked.request().links(), title),
            title,
            words.get("gone.text"),
            asked.link("/login"),
            asked.words().get("login.title"));
    return new PageAnswer.Page(Status.GONE_410, "message", view, Privacy.SECRET);
  }

  /// Makes the newcomer a host, and lets him in.
  public PageAnswer join(AccountRequest asked) {
    HostInvitation invitation = invitations.look(token(asked)).orElse(null);
    if (invitation == null) {
      return gone(asked);
    }
    if (asked.isFromElsewhere()) {
      JoinForm untouched = JoinForm.of(invitation, null);
      return page(asked, invitation, Status.FORBIDDEN_403, untouched, Map.of());
    }
    JoinForm form = JoinForm.of(asked.request().form());
    Map<String, String> errors = form.errors(words(asked), asked.words());
    return errors.isEmpty()
        ? join(asked, invitation, form)
        : page(asked, invitation, Status.BAD_REQUEST_400, form, errors);
  }

  private PageAnswer join(AccountRequest asked, HostInvitation invitation, JoinForm form) {
    Visitor visitor = asked.request().visitor(ZoneOffset.UTC);
    return switch (invitations.join(token(asked), form.newcomer(visitor.correspondence()))) {
      case JoinOutcome.Gone() -> gone(asked);
      case JoinOutcome.HandleTaken() ->
          page(
              asked,
              invitation,
              Status.CONFLICT_409,
              form,
              Map.of("handle", words(asked).get("handle.taken", form.handle())));
      case JoinOutcome.Weak(Weakness weakness) ->
          page(
              asked,
              invitation,
              Status.BAD_REQUEST_400,
              form,
              Map.of("password", asked.words().get(PasswordForm.key(weakness))));
      case JoinOutcome.Joined(Host host) -> {
        asked.keep(Notice.WELCOME);
        yield context.enter(
            asked, host, access.sessions().begin(host.id(), SignInContext.begunWith(asked)));
      }
    };
  }
}
