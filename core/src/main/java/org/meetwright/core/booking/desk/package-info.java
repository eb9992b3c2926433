/// Makes and changes bookings, in one transaction each, with all consequences.
@NullMarked
package org.meetwright.core.booking.desk;

import org.jspecify.annotations.NullMarked;
