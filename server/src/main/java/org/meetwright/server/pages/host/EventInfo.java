package org.meetwright.server.pages.host;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Bookable;
import org.meetwright.server.pages.frame.PageLinks;
import org.meetwright.server.pages.text.Markdown;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.text.Texts;

/// The description of an event type beside calendar and form.
///
/// Wide: the templates read each of them by its name.
///
/// @param hostName the name of the host or team
/// @param members the names of a team's members; empty for a host
/// @param where where it takes place; null if invitees learn it some other way
/// @param description as HTML, safe to be written as it is; empty if there is none
/// @param descriptionText the words of the description, where no links can be
/// @param color `#rrggbb`
/// @param onward the site to which an invitee goes on after booking; null for none
public record EventInfo(
    String hostName,
    String hostHref,
    String initials,
    String members,
    String name,
    String href,
    String duration,
    @Nullable String where,
    String description,
    String descriptionText,
    boolean requiresApproval,
    boolean confirmEmail,
    boolean takesGuests,
    String color,
    @Nullable String onward) {

  /// Describes an event type.
  public static EventInfo of(Bookable who, EventType eventType, Texts texts, PageLinks links) {
    String handle = who.handle().value();
    return new EventInfo(
        who.name(),
        links.host(handle),
        initials(who.name()),
        members(who),
        eventType.name(),
        links.eventType(handle, eventType.slug()),
        PageTexts.duration(texts, eventType.timing().durationMinutes()),
        where(eventType.attendance().locations(), texts),
        Markdown.html(eventType.listing().description(), links.embedded()),
        Markdown.plain(eventType.listing().description()),
        eventType.policies().requiresApproval(),
        eventType.policies().confirmEmail(),
        eventType.policies().guests().allowed(),
        eventType.listing().color(),
        onward(eventType, links));
  }

  private static @Nullable String onward(EventType eventType, PageLinks links) {
    URI url = eventType.correspondence().redirectUrl();
    return url == null || links.embedded() || eventType.policies().requiresApproval()
        ? null
        : url.getHost();
  }

  /// Returns the names of a team's members; empty for a host, who stands alone at his handle.
  static String members(Bookable who) {
    return who.team() ? String.join(", ", who.hosts().stream().map(Host::name).toList()) : "";
  }

  private static @Nullable String where(List<Location> locations, Texts texts) {
    return locations.isEmpty()
        ? null
        : locations.stream()
            .map(location -> where(location, texts))
            .distinct()
            .collect(Collectors.joining(" / "));
  }

  /// Returns what a location is called before it is booked. A link stays private until then,
  /// because anyone who has it can enter.
  public static String where(Location location, Texts texts) {
    return switch (location.kind()) {
      case LINK, GENERATED_LINK, CONFERENCE -> texts.get("location.online");
      case PHONE ->
          location.value().isEmpty()
              ? texts.get("location.callsYou")
              : texts.get("location.youCall", location.value());
      case IN_PERSON ->
          location.value().isEmpty() ? texts.get("location.atYours") : location.value();
      case OTHER -> location.value();
    };
  }

  /// Returns the first letters of the first and the last word of a name.
  public static String initials(String name) {
    List<String> words = Arrays.stream(name.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    String first = letter(words.getFirst());
    return words.size() == 1 ? first : first + letter(words.getLast());
  }

  private static String letter(String word) {
    return Character.toString(Character.toUpperCase(word.codePointAt(0)));
  }
}
