/// Links with which an event type can be booked a number of times, or until an instant.
@NullMarked
package org.meetwright.core.bookinglink;

import org.jspecify.annotations.NullMarked;
