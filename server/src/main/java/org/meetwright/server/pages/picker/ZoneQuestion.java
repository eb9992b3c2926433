package org.meetwright.server.pages.picker;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.text.ZoneNames;

/// The question in which zone times are to be shown if the device is in another zone than the
/// remembered one. Only the browser knows its zone, so a script asks the question.
///
/// @param kept the zone that was chosen before
/// @param label what it is called
/// @param asked the zone in which the device was when this was asked last; empty if it never was
public record ZoneQuestion(String kept, String label, String asked) {
  static @Nullable ZoneQuestion of(Visitor visitor, Instant now) {
    if (visitor.origin() != Visitor.Origin.KEPT) {
      return null;
    }
    String kept = visitor.zone().getId();
    ZoneId asked = visitor.keptOn();
    return new ZoneQuestion(
        kept, ZoneNames.full(ZoneId.of(kept), now), asked == null ? "" : asked.getId());
  }
}
