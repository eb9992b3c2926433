package org.meetwright.server.pages.frame;

import java.util.List;
import java.util.Map;
import org.meetwright.server.text.Translations;

/// The addresses of the pages.
///
/// @param base what all of them begin with; empty, or a path such as `/meet` where a proxy puts the
///   server below one
/// @param versions the hash of each asset's content
/// @param here the address of the page that these links stand on, with its query; empty if it
///   cannot be asked for again
/// @param embedded whether the page stands in a frame, on which the next pages are to stay
public record PageLinks(String base, Map<String, String> versions, String here, boolean embedded) {
  /// What the paths of pages begin with that other sites may show in a frame.
  public static final String EMBEDDED = "/embed";

  /// The parameter with which a page of a booking is opened by the form that has made it.
  public static final String BOOKED = "booked";

  /// Its value.
  public static final String NOW = "now";

  /// The landing page.
  public String home() {
    return base + "/";
  }

  /// This page in other languages; none if it cannot be asked for again.
  ///
  /// @param present the tag of the language that it is in
  public List<LanguageLink> languages(String present) {
    return here.isEmpty()
        ? List.of()
        : Translations.ALL.stream().map(locale -> LanguageLink.of(locale, here, present)).toList();
  }

  /// A host's page.
  public String host(String handle) {
    return pages() + "/" + handle;
  }

  /// The page on which an event type is booked.
  public String eventType(String handle, String slug) {
    return host(handle) + "/" + slug;
  }

  /// The page of a booking.
  public String booking(String token) {
    return pages() + "/b/" + token;
  }

  /// The page of a booking for someone who has just made it and is to go on elsewhere; in a frame,
  /// he stays.
  ///
  /// @param leaves whether there is somewhere to go
  public String booked(String token, boolean leaves) {
    return leaves && !embedded ? booking(token) + "?" + BOOKED + "=" + NOW : booking(token);
  }

  /// The page on which an invitee confirms what he wishes to book; never in a frame.
  public String confirm(String token) {
    return base + "/c/" + token;
  }

  /// Returns the same for a page that stands in a frame.
  public PageLinks inFrame() {
    return new PageLinks(base, versions, here, true);
  }

  private String pages() {
    return embedded ? base + EMBEDDED : base;
  }

  /// The page on which a booking is cancelled; never in a frame.
  public String cancel(String token) {
    return base + "/b/" + token + "/cancel";
  }

  /// The page on which a booking is moved; never in a frame.
  public String reschedule(String token) {
    return base + "/b/" + token + "/reschedule";
  }

  /// A booking as a calendar file.
  public String invite(String token) {
    return base + "/b/" + token + "/invite.ics";
  }

  /// Where challenges are given.
  public String challenge() {
    return base + "/api/v1/challenge";
  }

  /// A file whose name changes with its content.
  public String file(String name) {
    return base + "/assets/" + name;
  }

  /// A style sheet, script or picture. The address changes with its content.
  public String asset(String name) {
    return base + "/assets/" + name + "?v=" + versions.get(name);
  }
}
