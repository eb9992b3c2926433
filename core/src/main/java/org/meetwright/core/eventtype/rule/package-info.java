/// What meetings and bookings of an event type have to keep to: lengths, bounds, policies.
@NullMarked
package org.meetwright.core.eventtype.rule;

import org.jspecify.annotations.NullMarked;
