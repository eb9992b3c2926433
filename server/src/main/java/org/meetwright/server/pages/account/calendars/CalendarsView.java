package org.meetwright.server.pages.account.calendars;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.eventtype.EventTypeView.Option;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page of a host's calendars.
///
/// @param problems what the host has to decide about
/// @param receivers the calendars that can receive meetings, and none
/// @param receiver the id of the one that does; empty if none does
/// @param consents the services to connect on their own pages: where to go, and what it is called
/// @param form what was typed to connect another account
/// @param errors what is wrong with it, by field
public record CalendarsView(
    AccountFrame frame,
    List<Problem> problems,
    List<Account> accounts,
    List<Option> receivers,
    String receiver,
    List<Option> consents,
    ConnectForm form,
    Map<String, String> errors) {

  /// Something to decide about.
  ///
  /// @param detail more about it; null if there is nothing
  /// @param choices what can be done
  public record Problem(String id, String text, @Nullable String detail, List<Option> choices) {}

  /// A connected account.
  ///
  /// Wide: it is all that its row says.
  ///
  /// @param badge a word about its state; null if all is well
  /// @param warns whether the word is a warning rather than a remark
  /// @param facts what is known of it, a line each
  /// @param asked whether it is read
  /// @param consent where its host signs in to it again, and what that is called; null if that is
  ///   done with a password
  public record Account(
      String id,
      String name,
      String href,
      @Nullable String badge,
      boolean warns,
      List<String> facts,
      boolean asked,
      @Nullable Option consent,
      List<Entry> calendars) {}

  /// A calendar of an account.
  ///
  /// @param color null if its service does not say
  public record Entry(
      String id, String name, @Nullable String color, boolean busy, boolean tentative) {}

  /// Returns whether any calendar can receive meetings.
  public boolean canReceive() {
    return receivers.size() > 1;
  }

  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }

  /// Returns whether something is wrong in a form.
  ///
  /// @param kind the word of its kind
  public boolean isWrong(String kind) {
    return errors.keySet().stream().anyMatch(field -> field.startsWith(kind + "."));
  }

  /// Leaves the address out, which may be secret.
  @Override
  public String toString() {
    return "CalendarsView";
  }
}
