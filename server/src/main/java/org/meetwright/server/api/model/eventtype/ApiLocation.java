package org.meetwright.server.api.model.eventtype;

/// Where a meeting takes place, as the API shows it.
///
/// @param kind inPerson, phone, link or other
public record ApiLocation(String kind, String value) {}
