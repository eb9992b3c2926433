package org.meetwright.server.api.model.news;

/// Notifications to mark as read.
///
/// @param upTo the id of the last one
public record ReadRequest(long upTo) {}
