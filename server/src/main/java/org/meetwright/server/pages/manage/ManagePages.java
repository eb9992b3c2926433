package org.meetwright.server.pages.manage;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.booking.desk.InviteeMoves;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.frame.MessageView;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.guard.FormVerdict;
import org.meetwright.server.pages.manage.ManagedBookings.Managed;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.text.Texts;

/// The page of an invitee's booking, and its cancellation.
public final class ManagePages {
  private final BookingDesk desk;
  private final ManagedBookings bookings;

  /// Creates the pages.
  public ManagePages(BookingDesk desk, ManagedBookings bookings) {
    this.desk = desk;
    this.bookings = bookings;
  }

  /// Shows the booking.
  public PageAnswer show(PageRequest request) {
    return bookings.with(
        request, (token, managed) -> PageAnswer.page("booking", managed.view(), Privacy.SECRET));
  }

  /// Asks whether it is to be cancelled.
  public PageAnswer askToCancel(PageRequest request) {
    return bookings.with(
        request,
        (token, managed) ->
            managed.cancellable()
                ? cancelPage(Status.OK_200, managed, "", null, null)
                : new PageAnswer.SeeOther(request.links().booking(token)));
  }

  /// Cancels it.
  public PageAnswer cancel(PageRequest request) {
    return bookings.with(
        request,
        (token, managed) -> {
          FormBody form = request.form();
          String reason = form.get("reason");
          FormVerdict verdict = bookings.check(request, form);
          if (verdict != FormVerdict.FINE) {
            return cancelPage(Status.FORBIDDEN_403, managed, reason, null, verdict.notice());
          }
          try {
            return cancel(managed, Change.byInvitee(reason));
          } catch (InvalidValueException wrong) {
            return cancelPage(Status.BAD_REQUEST_400, managed, reason, reasonError(reason), null);
          }
        });
  }

  private PageAnswer cancel(Managed managed, Change change) {
    return switch (desk.cancel(managed.booking().id(), change)) {
      case ChangeOutcome.Changed(Booking booking) ->
          new PageAnswer.SeeOther(managed.links().booking(managed.token()));
      case ChangeOutcome.NotFound() -> PageAnswer.notFound();
      case ChangeOutcome.NotPossible(String why) -> notPossible(managed);
      case ChangeOutcome.SlotTaken() -> notPossible(managed);
      case ChangeOutcome.NotOffered(List<Reason> reasons) -> notPossible(managed);
      case ChangeOutcome.VersionConflict(int version) -> notPossible(managed);
      case ChangeOutcome.TooManyMoves(Instant again, Duration retryAfter) -> notPossible(managed);
    };
  }

  /// Returns the key of what is wrong with a reason that was refused.
  static String reasonError(String reason) {
    return reason.isBlank() ? "error.reason.required" : "error.reason";
  }

  private static PageAnswer cancelPage(
      Status status,
      Managed managed,
      String reason,
      @Nullable String error,
      @Nullable String notice) {
    Texts texts = managed.texts();
    ChangeView view =
        new ChangeView(
            managed.shell("cancel.title"),
            managed.view(),
            managed.links().cancel(managed.token()),
            "",
            "",
            "",
            List.of(),
            managed.links().booking(managed.token()),
            managed.terms().cancellationReasonRequired(),
            reason,
            error == null ? null : texts.get(error),
            notice == null ? null : texts.get(notice),
            managed.proof(),
            null);
    return new PageAnswer.Page(status, "cancel", view, Privacy.SECRET);
  }

  /// Says that the booking was moved too often to be moved now.
  static PageAnswer tooManyMoves(Managed managed, Instant again) {
    Texts texts = managed.texts();
    MessageView view =
        new MessageView(
            Shell.unlisted(texts, managed.links(), texts.get("tooManyMoves.title")),
            texts.get("tooManyMoves.title"),
            texts.get(
                "tooManyMoves.text",
                InviteeMoves.MOST_A_DAY,
                managed.visitor().formats().fullDateAndTime(again)),
            managed.links().booking(managed.token()),
            texts.get("notPossible.back"));
    return new PageAnswer.Page(Status.TOO_MANY_REQUESTS_429, "message", view, Privacy.SECRET);
  }

  /// Says that the booking is no longer in a state that allows it.
  static PageAnswer notPossible(Managed managed) {
    Texts texts = managed.texts();
    MessageView view =
        new MessageView(
            Shell.unlisted(texts, managed.links(), texts.get("notPossible.title")),
            texts.get("notPossible.title"),
            texts.get("notPossible.text"),
            managed.links().booking(managed.token()),
            texts.get("notPossible.back"));
    return new PageAnswer.Page(Status.CONFLICT_409, "message", view, Privacy.SECRET);
  }
}
