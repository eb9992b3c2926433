package org.meetwright.server.pages.account.hostlink;

import io.helidon.http.Status;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.hostlink.HostLinkView.Actions;
import org.meetwright.server.pages.account.hostlink.HostQuestionView.Typed;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.StaleFormException;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// Where the links in mails to hosts lead. Looking changes nothing, since programs that look for
/// bad mail follow links; a button acts. Acting twice changes nothing more.
public final class HostLinkPages {
  private final BookingDesk desk;
  private final HostLinkGate gate;

  /// Creates the pages.
  public HostLinkPages(BookingDesk desk, HostLinkGate gate) {
    this.desk = desk;
    this.gate = gate;
  }

  /// Shows how the booking stands.
  public PageAnswer show(AccountRequest asked) {
    return gate.with(asked, "", linked -> page(linked, Status.OK_200, null));
  }

  /// Shows how a booking stands.
  ///
  /// @param notice what has to be said first; null for nothing
  static PageAnswer page(OpenedHostLink linked, Status status, @Nullable String notice) {
    String title = linked.words().get("title." + linked.booking().status().word());
    HostLinkView view =
        new HostLinkView(
            linked.shell(title), linked.words(), linked.meeting(), Actions.of(linked), notice);
    return new PageAnswer.Page(status, "hostlink/booking", view, Privacy.SECRET);
  }

  /// Says that an answer can't be given, since the booking is not, or no longer, in a state for it.
  static PageAnswer asItStands(OpenedHostLink linked, Status status) {
    String word = linked.booking().status().word();
    return page(linked, status, linked.words().get("notice.is." + word));
  }

  /// Asks whether an answer is to be given.
  public PageAnswer ask(AccountRequest asked, HostAnswer answer) {
    return gate.with(
        asked,
        answer.word(),
        linked ->
            answer.fits(linked.booking().status())
                ? question(linked, answer, Status.OK_200, Typed.NOTHING)
                : asItStands(linked, Status.OK_200));
  }

  private static PageAnswer question(
      OpenedHostLink linked, HostAnswer answer, Status status, Typed typed) {
    HostQuestionView view =
        new HostQuestionView(
            linked.shell(linked.words().get("question." + answer.word())),
            linked.words(),
            linked.meeting(),
            Actions.of(linked),
            answer.word(),
            answer.takesReason(),
            typed);
    return new PageAnswer.Page(status, "hostlink/question", view, Privacy.SECRET);
  }

  /// Gives an answer.
  public PageAnswer give(AccountRequest asked, HostAnswer answer) {
    return gate.with(
        asked,
        answer.word(),
        linked -> {
          BookingStatus status = linked.booking().status();
          return answer.fits(status)
              ? give(linked, answer)
              : asItStands(linked, answer.isGiven(status) ? Status.OK_200 : Status.CONFLICT_409);
        });
  }

  private PageAnswer give(OpenedHostLink linked, HostAnswer answer) {
    FormBody form;
    try {
      form = linked.asked().form(CookiePurpose.FORM);
    } catch (StaleFormException stale) {
      String unproven = linked.texts().get("notice.unproven");
      Typed typed = new Typed(stale.form().get("reason"), null, unproven);
      return question(linked, answer, Status.FORBIDDEN_403, typed);
    }
    String reason = form.get("reason");
    Change change;
    try {
      change = change(linked, form);
    } catch (InvalidValueException wrong) {
      Typed typed = new Typed(reason, linked.texts().get("error.reason"), null);
      return question(linked, answer, Status.BAD_REQUEST_400, typed);
    }
    return switch (answer.give(desk, linked.booking().id(), change)) {
      case ChangeOutcome.Changed _ -> new PageAnswer.SeeOther(linked.page());
      case ChangeOutcome.NotFound() -> HostLinkGate.gone(linked.asked());
      case ChangeOutcome.VersionConflict _ -> changed(linked.asked(), answer, reason);
      case ChangeOutcome.SlotTaken(), ChangeOutcome.NotOffered _ ->
          page(linked, Status.CONFLICT_409, linked.words().get("notice.notFree"));
      case ChangeOutcome.NotPossible _, ChangeOutcome.TooManyMoves _ ->
          page(linked, Status.CONFLICT_409, linked.texts().get("notPossible.text"));
    };
  }

  /// Returns the change that a host asks for, of the booking as the form showed it.
  static Change change(OpenedHostLink linked, FormBody form) {
    return new Change(
        Actor.HOST, linked.live().host().id(), version(form.get("version")), form.get("reason"));
  }

  /// A form without a version is of no booking that there ever was.
  private static int version(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }

  /// Shows what has become of the booking while the page was open.
  private PageAnswer changed(AccountRequest asked, HostAnswer answer, String reason) {
    return gate.with(
        asked,
        answer.word(),
        now -> {
          BookingStatus status = now.booking().status();
          if (answer.fits(status)) {
            Typed typed = new Typed(reason, null, now.words().get("notice.changed"));
            return question(now, answer, Status.CONFLICT_409, typed);
          }
          return asItStands(now, answer.isGiven(status) ? Status.OK_200 : Status.CONFLICT_409);
        });
  }
}
