package org.meetwright.server.api.model.eventtype;

import org.jspecify.annotations.Nullable;

/// Where a meeting takes place, as the API shows it.
///
/// @param kind in a list in_person, phone, link, generated_link, conference or custom; alone,
///   inPerson stands for in_person, and other for custom
/// @param value null if the invitee gives it, or if it is not made yet or not told
public record ApiLocation(String kind, @Nullable String value) {}
