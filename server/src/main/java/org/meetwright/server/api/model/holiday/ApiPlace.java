package org.meetwright.server.api.model.holiday;

import java.util.List;

/// A country or region with public holidays of its own.
///
/// @param code what a schedule's `holidays` name it by
/// @param name what people call it
public record ApiPlace(String code, String name) {
  /// All countries, by name.
  public record Countries(List<ApiPlace> countries) {}
}
