/// Bookings as they are stored as JSON. These records are separate from those of the domain, which
/// are free to change. A stored record may only gain fields, and everything stored must stay
/// readable.
@NullMarked
package org.meetwright.core.booking.stored;

import org.jspecify.annotations.NullMarked;
