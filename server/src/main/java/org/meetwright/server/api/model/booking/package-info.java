/// Bookings, as the API tells and reads them.
@NullMarked
package org.meetwright.server.api.model.booking;

import org.jspecify.annotations.NullMarked;
