/// The news that changes of bookings are to hosts.
@NullMarked
package org.meetwright.core.booking.news;

import org.jspecify.annotations.NullMarked;
