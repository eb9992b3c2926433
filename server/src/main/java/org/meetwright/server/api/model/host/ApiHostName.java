package org.meetwright.server.api.model.host;

/// A host in a meeting.
public record ApiHostName(String handle, String name) {}
