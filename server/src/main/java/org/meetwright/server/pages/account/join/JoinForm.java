package org.meetwright.server.pages.account.join;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.access.password.Weakness;
import org.meetwright.core.account.invitation.HostInvitation;
import org.meetwright.core.account.invitation.HostInvitations.Newcomer;
import org.meetwright.core.host.Profile;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;
import org.meetwright.server.pages.account.security.PasswordForm;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.text.Texts;

/// What a newcomer types. The password is never shown again.
///
/// @param zone null if none was chosen, or there is no such one
public record JoinForm(String name, String handle, @Nullable ZoneId zone, String password) {
  /// Reads a form.
  static JoinForm of(FormBody form) {
    return new JoinForm(
        form.get("name").strip(),
        form.get("handle").strip().toLowerCase(Locale.ROOT),
        PageRequest.zone(form.get("timeZone")),
        form.get("password"));
  }

  /// Returns the form as it is opened: with what the admin suggests, else what can be guessed.
  ///
  /// @param zone of the newcomer's browser, if it has told; else null
  static JoinForm of(HostInvitation invitation, @Nullable ZoneId zone) {
    Handle handle = invitation.handle();
    ZoneId suggested = invitation.timeZone();
    return new JoinForm(
        invitation.name(),
        handle == null ? guess(invitation.email()) : handle.value(),
        suggested == null ? zone : suggested,
        "");
  }

  /// Returns what stands before the `@`, as far as a handle can be like it; empty if it can't.
  private static String guess(EmailAddress email) {
    String local = email.value().substring(0, email.value().lastIndexOf('@'));
    String guessed =
        local.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    try {
      return new Handle(guessed).value();
    } catch (InvalidValueException unfit) {
      return "";
    }
  }

  /// Returns what is wrong at first sight, by field.
  Map<String, String> errors(Texts words, Texts account) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (!isFine(() -> Text.line("name", name, Profile.LONGEST_NAME))) {
      errors.put("name", words.get("name.wrong"));
    }
    if (!isFine(() -> new Handle(handle))) {
      errors.put("handle", words.get("handle.wrong"));
    }
    if (zone == null) {
      errors.put("timeZone", words.get("zone.wrong"));
    }
    if (!Passwords.isFit(password)) {
      errors.put("password", account.get(PasswordForm.key(Weakness.WRONG_LENGTH)));
    }
    return errors;
  }

  private static boolean isFine(Runnable check) {
    try {
      check.run();
      return true;
    } catch (InvalidValueException wrong) {
      return false;
    }
  }

  /// Returns what was chosen, once nothing is wrong at first sight.
  ///
  /// @param locale the language of the newcomer's mail
  Newcomer newcomer(Locale locale) {
    ZoneId chosen = zone;
    if (chosen == null) {
      throw new IllegalStateException("No zone was chosen");
    }
    return new Newcomer(new Handle(handle), name, chosen, locale, password);
  }

  /// Leaves the secret out.
  @Override
  public String toString() {
    return "JoinForm " + handle;
  }
}
