package org.meetwright.server.pages.account.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page of one booking, as its host sees it.
///
/// Wide: the template reads each of them by its name.
///
/// @param address where the page is; its forms go below
/// @param lead what was booked
/// @param says what is said first; null for nothing
/// @param changes what was done since the form was shown that was sent; empty if that is not asked
/// @param version the booking's, for its forms
/// @param can what the host can do
/// @param colleagues to whom he can hand it over
/// @param form what was typed into one of the forms
public record BookingDetails(
    AccountFrame frame,
    String address,
    String name,
    String lead,
    StateLabel mark,
    @Nullable String says,
    List<HistoryLine> changes,
    List<Fact> facts,
    List<HistoryLine> history,
    List<Mail> mails,
    int version,
    Can can,
    List<Colleague> colleagues,
    Typed form) {

  /// Something that is known of it.
  ///
  /// @param lines one below the other
  public record Fact(String label, List<Line> lines) {
    /// Returns a fact of one line.
    static Fact of(String label, String text) {
      return new Fact(label, List.of(Line.of(text)));
    }
  }

  /// A line of a fact.
  ///
  /// @param href where it leads; null if nowhere
  /// @param strong whether it is what one looks for
  public record Line(String text, @Nullable String href, boolean strong) {
    /// Returns a line that is only read.
    static Line of(String text) {
      return new Line(text, null, false);
    }
  }

  /// Something that was done.
  ///
  /// @param reason why; may be empty
  public record HistoryLine(String at, String what, String reason) {}

  /// A mail about the booking.
  ///
  /// @param error why it was not sent; null if nothing failed
  public record Mail(
      String to, String subject, StateLabel state, String at, @Nullable String error) {}

  /// A host to whom the booking can be handed over.
  public record Colleague(String handle, String name) {}

  /// What the host can do with it now.
  public record Can(boolean answer, boolean move, boolean cancel, boolean noShow) {}

  /// What was typed.
  ///
  /// @param form the word of the form: decline, cancel or hand-over; empty if none was sent
  /// @param error what is wrong with the reason; null if nothing is
  public record Typed(String form, String reason, @Nullable String error) {
    static final Typed NOTHING = new Typed("", "", null);

    /// Returns what was typed into a form.
    public String reason(String word) {
      return word.equals(form) ? reason : "";
    }

    /// Returns what is wrong with a form; null if nothing is.
    public @Nullable String error(String word) {
      return word.equals(form) ? error : null;
    }
  }
}
