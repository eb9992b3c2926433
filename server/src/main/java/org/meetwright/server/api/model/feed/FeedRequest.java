package org.meetwright.server.api.model.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A calendar feed to make.
///
/// @param kind `full` or `busy`; null for `full`
/// @param name what the host and calendars call it; null for no name
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedRequest(@Nullable String kind, @Nullable String name) {}
