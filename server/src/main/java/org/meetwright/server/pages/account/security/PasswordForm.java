package org.meetwright.server.pages.account.security;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.access.password.Weakness;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.text.Texts;

/// The form to change a password; its content is never shown again.
///
/// @param current empty where a link stands for it
public record PasswordForm(String current, String chosen, String again) {
  /// Reads the form.
  public static PasswordForm of(FormBody form) {
    return new PasswordForm(form.get("current"), form.get("new"), form.get("again"));
  }

  /// Returns the key of what to say of a weakness.
  public static String key(Weakness weakness) {
    return "security.weak." + weakness.name().toLowerCase(Locale.ROOT);
  }

  /// Returns what is wrong with the new password at first sight, by field.
  public Map<String, String> errors(Texts words) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (!Passwords.isFit(chosen)) {
      errors.put("new", words.get(key(Weakness.WRONG_LENGTH)));
    } else if (!chosen.equals(again)) {
      errors.put("again", words.get("security.notTheSame"));
    }
    return errors;
  }

  /// Leaves the secrets out.
  @Override
  public String toString() {
    return "PasswordForm";
  }
}
