/// Booking links, as the API tells and reads them.
@NullMarked
package org.meetwright.server.api.model.bookinglink;

import org.jspecify.annotations.NullMarked;
