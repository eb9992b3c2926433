package org.meetwright.server.api.exchange;

import java.util.Set;
import java.util.function.Function;
import org.meetwright.core.access.Scope;
import org.meetwright.core.host.Host;
import tools.jackson.core.JsonGenerator;

/// The part that a room contributes to the export of a host: one or more properties of its
/// document.
@FunctionalInterface
public interface ExportPart {
  /// Writes the properties.
  ///
  /// @param scopes of the reader
  void write(Host host, Set<Scope> scopes, JsonGenerator json);

  /// Returns a part that is one property, small enough to be in memory.
  ///
  /// @param value makes it, as the API shows it
  static ExportPart of(String property, Function<Host, Object> value) {
    return (host, scopes, json) -> json.writePOJOProperty(property, value.apply(host));
  }
}
