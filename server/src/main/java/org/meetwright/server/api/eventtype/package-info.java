/// Routes for event types.
@NullMarked
package org.meetwright.server.api.eventtype;

import org.jspecify.annotations.NullMarked;
