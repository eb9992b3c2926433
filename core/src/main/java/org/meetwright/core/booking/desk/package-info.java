/// Makes and changes bookings: one transaction each, with everything that follows from it.
@NullMarked
package org.meetwright.core.booking.desk;

import org.jspecify.annotations.NullMarked;
