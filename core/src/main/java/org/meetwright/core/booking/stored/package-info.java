/// Bookings as they are stored as JSON: shapes of their own, so that those of the domain are free
/// to change. A shape may only grow, and what it had must stay readable.
@NullMarked
package org.meetwright.core.booking.stored;

import org.jspecify.annotations.NullMarked;
