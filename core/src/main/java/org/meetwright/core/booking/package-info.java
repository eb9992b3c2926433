/// Bookings and their history, for reading. The sub-packages make and change them.
@NullMarked
package org.meetwright.core.booking;

import org.jspecify.annotations.NullMarked;
