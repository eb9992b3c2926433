/// Bookings in the API.
@NullMarked
package org.meetwright.server.api.model.booking;

import org.jspecify.annotations.NullMarked;
