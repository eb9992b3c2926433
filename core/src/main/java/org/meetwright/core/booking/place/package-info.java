/// Where a booked meeting takes place: what its invitee chose, and links that are made for it.
@NullMarked
package org.meetwright.core.booking.place;

import org.jspecify.annotations.NullMarked;
