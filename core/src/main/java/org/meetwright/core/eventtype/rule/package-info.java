/// The rules for the meetings and bookings of an event type: timing, bounds, policies.
@NullMarked
package org.meetwright.core.eventtype.rule;

import org.jspecify.annotations.NullMarked;
