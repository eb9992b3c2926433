/// Booking, moving and ending meetings: one transaction each, with sealed results.
@NullMarked
package org.meetwright.core.booking;

import org.jspecify.annotations.NullMarked;
