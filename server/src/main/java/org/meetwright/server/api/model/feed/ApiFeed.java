package org.meetwright.server.api.model.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.Identified;

/// A calendar feed, as the API shows it to its host.
///
/// @param kind `full`, or `busy`, which tells times alone
/// @param name what the host and calendars call it; may be empty
/// @param lastReadAt to an hour; null if no calendar has read it
/// @param url where calendars read it; told once, when it is made
public record ApiFeed(
    UUID id,
    String kind,
    String name,
    Instant createdAt,
    @Nullable Instant lastReadAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url)
    implements Identified {
  /// Several of them.
  public record Listing(List<ApiFeed> feeds) {}
}
