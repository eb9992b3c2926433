/// Booking links in the API.
@NullMarked
package org.meetwright.server.api.model.bookinglink;

import org.jspecify.annotations.NullMarked;
