/// Changes of bookings, and their consequences.
@NullMarked
package org.meetwright.core.booking.change;

import org.jspecify.annotations.NullMarked;
