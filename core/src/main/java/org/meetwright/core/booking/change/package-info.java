/// Changes of bookings, and what follows from them.
@NullMarked
package org.meetwright.core.booking.change;

import org.jspecify.annotations.NullMarked;
