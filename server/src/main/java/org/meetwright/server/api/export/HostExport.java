package org.meetwright.server.api.export;

import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.meetwright.core.access.Scope;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.exchange.ExportPart;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes everything that is kept about a host as one JSON document: what each room gives, one
/// after the other, so that a long history needs no more memory than a short one. Secrets are not
/// in it: of passwords and tokens only hashes are kept, and those of webhooks are left out.
public final class HostExport {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final InstantSource clock;
  private final List<ExportPart> rooms;

  /// Creates the export.
  ///
  /// @param rooms what each room gives, in the order of the document
  public HostExport(InstantSource clock, List<ExportPart> rooms) {
    this.clock = clock;
    this.rooms = List.copyOf(rooms);
  }

  /// Writes the document. The stream stays open.
  ///
  /// @param scopes of the reader: one who may not change anything sees no manage links
  public void write(Host host, Set<Scope> scopes, OutputStream out) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writePOJOProperty("exportedAt", clock.instant());
      rooms.forEach(room -> room.write(host, scopes, json));
      json.writeEndObject();
    }
  }
}
