/// Hosts, event types and slots in the API, as everyone sees them without signing in.
@NullMarked
package org.meetwright.server.api.model.slot;

import org.jspecify.annotations.NullMarked;
