/// Whom a change of a booking is mailed to, and as what.
@NullMarked
package org.meetwright.core.booking.notice;

import org.jspecify.annotations.NullMarked;
