package org.meetwright.desktop.guide;

import org.meetwright.server.api.model.eventtype.ApiLocation;

/// A first event type to begin with. The words are `template.NAME` and `template.NAME.hint`.
public enum Template {
  /// A quick call.
  CALL_15("call15", "quick-call", 15, "phone", "fth-phone"),
  /// A call.
  CALL_30("call30", "call", 30, "phone", "fth-phone-call"),
  /// A long call.
  CALL_60("call60", "long-call", 60, "phone", "fth-headphones"),
  /// A meeting where the invitee says.
  IN_PERSON("inPerson", "meeting", 60, "in_person", "fth-map-pin"),
  /// Short visits.
  OFFICE_HOURS("officeHours", "office-hours", 20, "in_person", "fth-coffee");

  private final String name;
  private final String slug;
  private final int minutes;
  private final String place;
  private final String icon;

  Template(String name, String slug, int minutes, String place, String icon) {
    this.name = name;
    this.slug = slug;
    this.minutes = minutes;
    this.place = place;
    this.icon = icon;
  }

  /// Returns its name in the texts.
  public String key() {
    return "template." + name;
  }

  /// Returns its name in addresses.
  public String slug() {
    return slug;
  }

  /// Returns its length.
  public int minutes() {
    return minutes;
  }

  /// Returns its icon of the Feather pack.
  public String icon() {
    return icon;
  }

  /// Returns where it takes place; the invitee says the rest.
  ApiLocation location() {
    return new ApiLocation(place, null);
  }
}
