package org.meetwright.cli.imports.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.TimeZones;

/// Makes names, slugs, zones and colours of other services fit here.
public final class FittingWords {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s]+");

  private FittingWords() {}

  /// Returns a slug for a name or another service's slug.
  public static String slug(String text) {
    String slug = hyphened(text, Listing.LONGEST_SLUG);
    return slug.isEmpty() ? "meeting" : slug;
  }

  /// Returns a handle for another service's; null if none can be made of it.
  public static @Nullable Handle handle(String text) {
    try {
      return new Handle(hyphened(text, Handle.LONGEST));
    } catch (InvalidValueException none) {
      return null;
    }
  }

  private static String hyphened(String text, int longest) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(plain.length(), longest + 1));
    return cut.replaceAll("^-|-$", "")
        .substring(0, Math.min(cut.replaceAll("^-|-$", "").length(), longest))
        .replaceAll("-$", "");
  }

  /// Returns text as one line, without its end if it is too long.
  public static String line(String text, int longest) {
    return cut(CONTROL.matcher(text).replaceAll(" ").strip(), longest);
  }

  /// Returns text of several lines, without its end if it is too long.
  public static String lines(String text, int longest) {
    return cut(text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " "), longest);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean halves = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, halves ? longest - 1 : longest);
  }

  /// Returns the zone of a name, or another if there is none of that name.
  public static ZoneId zone(@Nullable String name, ZoneId otherwise) {
    try {
      return TimeZones.parse("", name);
    } catch (InvalidValueException unknown) {
      return otherwise;
    }
  }

  /// Returns the language of a tag; English if it is none.
  public static Locale locale(@Nullable String tag) {
    return tag != null && tag.matches("[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*")
        ? Locale.forLanguageTag(tag.replace('_', '-'))
        : Locale.ENGLISH;
  }

  /// Returns a colour; the default one if it is none.
  public static String color(@Nullable String text) {
    return text != null && text.matches("#[0-9a-fA-F]{6}") ? text : Listing.DEFAULT_COLOR;
  }

  /// Returns an invitee. One without a name gets the first part of the address for it.
  ///
  /// @throws InvalidValueException (field `email`) if the address is none
  public static Invitee invitee(String name, String email, ZoneId zone, Locale locale) {
    EmailAddress address = new EmailAddress(email);
    String line = line(name, 100);
    return new Invitee(
        line.isEmpty() ? line(address.localPart(), 100) : line, address, zone, locale);
  }

  /// Returns a key for what only personal data tells apart, without that data in it.
  public static String hashed(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
