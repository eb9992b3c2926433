package org.meetwright.server.pages.account.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.form.UnreadableFormException;

/// A page or form that a host requested without being signed in, or not recently enough. It is kept
/// in the browser during the sign-in. Nothing happens automatically then; the host finds the form
/// as it was filled in.
///
/// @param place where he is led to
/// @param sent whether he had sent a form, rather than opened the page
/// @param typed what he had typed, as far as it is no secret
public record InterruptedRequest(AccountPlace place, boolean sent, FormBody typed) {
  /// How long it is kept.
  static final Duration LASTS = Duration.ofMinutes(30);

  /// What does not fit into a cookie has to be typed again.
  private static final int LONGEST = 3000;

  /// The page of a link in a host's mail that needs a sign-in first.
  ///
  /// @param what the last segment of its address; empty for the page of the link itself
  record Link(String token, String what) {
    private static final Pattern PACKED = Pattern.compile("([A-Za-z0-9_-]{64})\\.([a-z]{0,10})");

    String packed() {
      return token + "." + what;
    }

    String path() {
      return "/h/" + token + (what.isEmpty() ? "" : "/" + what);
    }

    /// Returns what a browser has kept; empty if it has kept nothing that could be read.
    static Optional<Link> unpack(String kept) {
      Matcher packed = PACKED.matcher(kept);
      return packed.matches()
          ? Optional.of(new Link(packed.group(1), packed.group(2)))
          : Optional.empty();
    }
  }

  /// Returns what was wanted with a form.
  static InterruptedRequest form(AccountPlace place, FormBody sent) {
    return new InterruptedRequest(place, true, sent.only(place.room().kept()));
  }

  /// Returns what was wanted with a page.
  static InterruptedRequest page(AccountPlace place) {
    return new InterruptedRequest(place, false, FormBody.EMPTY);
  }

  AccountSection room() {
    return place.room();
  }

  /// Returns what the browser keeps.
  String packed() {
    String where =
        place.isRoom()
            ? room().word()
            : room().word() + "~" + encoded(place.address().getBytes(StandardCharsets.UTF_8));
    if (!sent) {
      return where;
    }
    String fields =
        typed.fields().entrySet().stream()
            .flatMap(field -> field.getValue().stream().map(value -> pair(field.getKey(), value)))
            .collect(Collectors.joining("&"));
    String packed = encoded(FormCompression.pack(fields.getBytes(StandardCharsets.UTF_8)));
    return where + "." + (packed.length() > LONGEST ? "" : packed);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String decoded(String text) {
    return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// Returns what a browser has kept; empty if it has kept nothing that could be read.
  static Optional<InterruptedRequest> unpack(String kept) {
    int end = kept.indexOf('.');
    return place(end < 0 ? kept : kept.substring(0, end))
        .map(place -> end < 0 ? page(place) : form(place, fields(kept.substring(end + 1))));
  }

  private static Optional<AccountPlace> place(String packed) {
    int end = packed.indexOf('~');
    try {
      return AccountSection.find(end < 0 ? packed : packed.substring(0, end))
          .map(
              room ->
                  end < 0
                      ? AccountPlace.of(room)
                      : new AccountPlace(room, decoded(packed.substring(end + 1))));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static FormBody fields(String packed) {
    try {
      byte[] fields =
          FormCompression.unpack(Base64.getUrlDecoder().decode(packed), FormBody.MOST_BYTES);
      return FormBody.parse(new String(fields, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | UnreadableFormException notOurs) {
      return FormBody.EMPTY;
    }
  }
}
