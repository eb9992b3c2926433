package org.meetwright.server.pages.account.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.form.UnreadableFormException;

/// A page or form that a host requested without being signed in, or not recently enough. It is kept
/// in the browser during the sign-in. Nothing happens automatically then; the host finds the form
/// as it was filled in.
///
/// @param room where he is led to
/// @param sent whether he had sent a form, rather than opened the page
/// @param typed what he had typed, as far as it is no secret
public record Interrupted(Room room, boolean sent, FormBody typed) {
  /// How long it is kept.
  static final Duration LASTS = Duration.ofMinutes(30);

  /// What does not fit into a cookie has to be typed again.
  private static final int LONGEST = 3000;

  /// Returns what was wanted with a form.
  static Interrupted form(Room room, FormBody sent) {
    return new Interrupted(room, true, sent.only(room.kept()));
  }

  /// Returns what was wanted with a page.
  static Interrupted page(Room room) {
    return new Interrupted(room, false, FormBody.EMPTY);
  }

  /// Returns what the browser keeps.
  String packed() {
    if (!sent) {
      return room.word();
    }
    String fields =
        typed.fields().entrySet().stream()
            .flatMap(field -> field.getValue().stream().map(value -> pair(field.getKey(), value)))
            .collect(Collectors.joining("&"));
    String packed =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(fields.getBytes(StandardCharsets.UTF_8));
    return room.word() + "." + (packed.length() > LONGEST ? "" : packed);
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// Returns what a browser has kept; empty if it has kept nothing that could be read.
  static Optional<Interrupted> unpack(String kept) {
    int end = kept.indexOf('.');
    return Room.find(end < 0 ? kept : kept.substring(0, end))
        .map(room -> end < 0 ? page(room) : form(room, fields(kept.substring(end + 1))));
  }

  private static FormBody fields(String packed) {
    try {
      return FormBody.parse(
          new String(Base64.getUrlDecoder().decode(packed), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | UnreadableFormException notOurs) {
      return FormBody.EMPTY;
    }
  }
}
