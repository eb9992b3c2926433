package org.meetwright.core.calendar.item.zone;

import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/// The zone of an event.
///
/// @param name what it is called in the stored text
/// @param rules null if it is not known
/// @param definition the lines without which the name means nothing; empty if it needs none
public record EventZone(String name, @Nullable ZoneRules rules, String definition) {}
