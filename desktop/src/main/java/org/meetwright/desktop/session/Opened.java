package org.meetwright.desktop.session;

import org.meetwright.server.api.model.host.ApiMe;
import org.meetwright.server.client.ApiClient;

/// A connection that has been tried: the server knows its host.
///
/// @param client speaks to it; whoever gets this closes it
/// @param empty whether the host has no event type yet
public record Opened(Connection connection, ApiClient client, ApiMe me, boolean empty) {}
