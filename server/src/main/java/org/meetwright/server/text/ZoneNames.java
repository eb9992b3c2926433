package org.meetwright.server.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/// The names of time zones for people, on pages, in mail and everywhere else: the place that a zone
/// is named after and its offset from UTC, as in `New York (UTC−5)`.
public final class ZoneNames {
  /// Old names that browsers still report, and what the places are called today.
  private static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("Africa/Asmera", "Africa/Asmara"),
          Map.entry("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
          Map.entry("America/Catamarca", "America/Argentina/Catamarca"),
          Map.entry("America/Cordoba", "America/Argentina/Cordoba"),
          Map.entry("America/Godthab", "America/Nuuk"),
          Map.entry("America/Indianapolis", "America/Indiana/Indianapolis"),
          Map.entry("America/Jujuy", "America/Argentina/Jujuy"),
          Map.entry("America/Louisville", "America/Kentucky/Louisville"),
          Map.entry("America/Mendoza", "America/Argentina/Mendoza"),
          Map.entry("Asia/Calcutta", "Asia/Kolkata"),
          Map.entry("Asia/Dacca", "Asia/Dhaka"),
          Map.entry("Asia/Katmandu", "Asia/Kathmandu"),
          Map.entry("Asia/Macao", "Asia/Macau"),
          Map.entry("Asia/Rangoon", "Asia/Yangon"),
          Map.entry("Asia/Saigon", "Asia/Ho_Chi_Minh"),
          Map.entry("Asia/Thimbu", "Asia/Thimphu"),
          Map.entry("Asia/Ujung_Pandang", "Asia/Makassar"),
          Map.entry("Asia/Ulan_Bator", "Asia/Ulaanbaatar"),
          Map.entry("Atlantic/Faeroe", "Atlantic/Faroe"),
          Map.entry("Europe/Kiev", "Europe/Kyiv"),
          Map.entry("Pacific/Ponape", "Pacific/Pohnpei"),
          Map.entry("Pacific/Truk", "Pacific/Chuuk"));

  private ZoneNames() {}

  /// Returns the zone under the name that its place has today.
  public static ZoneId today(ZoneId zone) {
    String name = RENAMED.get(zone.getId());
    return name == null ? zone : ZoneId.of(name);
  }

  /// Returns the place and the offset at an instant; the offset alone where a zone is not named
  /// after a place.
  public static String full(ZoneId zone, Instant instant) {
    String offset = offset(zone, instant);
    return isNoPlace(zone) ? offset : place(zone) + " (" + offset + ")";
  }

  /// `UTC`, `GMT`, `EST`, `Etc/GMT+5` (which is five hours *behind* UTC).
  private static boolean isNoPlace(ZoneId zone) {
    String name = zone.getId();
    return zone.getRules().isFixedOffset() && (!name.contains("/") || name.startsWith("Etc/"));
  }

  /// Returns the place that a zone is named after.
  public static String place(ZoneId zone) {
    String name = today(zone).getId();
    return name.substring(name.indexOf('/') + 1).replace('_', ' ').replace("/", ", ");
  }

  /// Returns the offset from UTC at an instant, such as `UTC+5:45`.
  public static String offset(ZoneId zone, Instant instant) {
    return offset(zone.getRules().getOffset(instant));
  }

  /// Returns an offset from UTC, such as `UTC+5:45`.
  public static String offset(ZoneOffset offset) {
    int minutes = Math.abs(offset.getTotalSeconds()) / 60;
    if (minutes == 0) {
      return "UTC";
    }
    String sign = offset.getTotalSeconds() < 0 ? "−" : "+";
    String rest = minutes % 60 == 0 ? "" : String.format(Locale.ROOT, ":%02d", minutes % 60);
    return "UTC" + sign + minutes / 60 + rest;
  }
}
