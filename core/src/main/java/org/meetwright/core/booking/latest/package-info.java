/// Lists of a host's bookings that begin with the latest.
@NullMarked
package org.meetwright.core.booking.latest;

import org.jspecify.annotations.NullMarked;
