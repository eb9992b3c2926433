package org.meetwright.server.api.export;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Scope;
import org.meetwright.core.archive.Archive;
import org.meetwright.core.archive.Archive.Archived;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.exchange.ExportPart;
import tools.jackson.core.JsonGenerator;

/// Exports the archived meetings of a host as they are stored, page by page.
public record ArchiveExport(Archive archive) implements ExportPart {
  /// What is in memory at a time: each may have as many bytes as a request.
  private static final int PAGE = 20;

  @Override
  public void write(Host host, Set<Scope> scopes, JsonGenerator json) {
    json.writeArrayPropertyStart("archivedMeetings");
    @Nullable Archived after = null;
    List<Archived> page;
    do {
      page = archive.list(host.id(), after, PAGE);
      page.forEach(meeting -> json.writeRawValue(meeting.document()));
      after = page.isEmpty() ? after : page.getLast();
    } while (!page.isEmpty());
    json.writeEndArray();
  }
}
