/// Routes for booking links.
@NullMarked
package org.meetwright.server.api.bookinglink;

import org.jspecify.annotations.NullMarked;
