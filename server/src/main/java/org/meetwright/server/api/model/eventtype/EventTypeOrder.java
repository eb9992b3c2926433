package org.meetwright.server.api.model.eventtype;

import java.util.List;
import java.util.UUID;

/// Which event types come first in the list of a host.
///
/// @param order ids, each once; the event types that are not named follow as they were
public record EventTypeOrder(List<UUID> order) {}
