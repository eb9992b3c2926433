package org.meetwright.server.pages.account.calendars;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.text.Texts;

/// The form that connects a calendar account, as it was typed. Its password is never shown again.
///
/// @param kind which of the two forms it is
/// @param typed url and user, by field; those of the other form are empty
public record ConnectForm(ProviderKind kind, Map<String, String> typed, String password) {
  static final ConnectForm EMPTY = new ConnectForm(ProviderKind.ICS, Map.of(), "");

  static ConnectForm of(FormBody form) {
    ProviderKind kind = form.get("kind").equals("caldav") ? ProviderKind.CALDAV : ProviderKind.ICS;
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put(field(kind, "url"), form.get(field(kind, "url")).strip());
    typed.put(field(kind, "user"), form.get(field(kind, "user")).strip());
    return new ConnectForm(kind, typed, form.get(field(kind, "password")));
  }

  /// Returns what a field of one of the forms is called: both stand on one page.
  private static String field(ProviderKind kind, String name) {
    return kind.word() + "." + name;
  }

  /// Returns what stands in a field.
  public String get(String field) {
    return typed.getOrDefault(field, "");
  }

  /// Returns whether its fields for user and password are open.
  public boolean signsIn() {
    return !get(field(ProviderKind.ICS, "user")).isEmpty();
  }

  NewConnection wanted() {
    AccountAccess access =
        new AccountAccess(get(field(kind, "url")), get(field(kind, "user")), password);
    return new NewConnection(kind, "", access);
  }

  /// Returns what its service says no to, by field.
  Map<String, String> refused(FaultCode why, Texts words) {
    String field = why.kind() == RemoteFault.FaultKind.SIGN_IN ? "password" : "url";
    return Map.of(field(kind, field), words.get(fault(why)));
  }

  /// Returns what can't be so, by field.
  Map<String, String> wrong(InvalidValueException wrong, Texts words) {
    return Map.of(field(kind, wrong.field()), words.get(wrong(wrong)));
  }

  /// Returns the key of what is told about a value that can't be so.
  static String wrong(InvalidValueException wrong) {
    return wrong.field().equals("url") ? fault(FaultCode.BAD_ADDRESS) : "calendar.wrong.line";
  }

  /// Returns what is told if a service was not asked, since that was wanted too often.
  static String tooOften(Duration retryAfter, Texts words) {
    return words.get("calendar.wrong.tooOften", retryAfter.plusSeconds(59).toMinutes());
  }

  /// Returns the key of what is told about a fault.
  ///
  /// @param why null if it is not known
  static String fault(@Nullable FaultCode why) {
    return "calendar.fault." + (why == null ? FaultCode.INTERNAL : why).word();
  }

  /// Leaves out what may be secret.
  @Override
  public String toString() {
    return "ConnectForm[" + kind + "]";
  }
}
