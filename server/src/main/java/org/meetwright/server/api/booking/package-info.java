/// Bookings, for everyone, for invitees and for hosts.
@NullMarked
package org.meetwright.server.api.booking;

import org.jspecify.annotations.NullMarked;
