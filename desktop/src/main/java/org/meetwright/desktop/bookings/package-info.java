/// The window that lists the host's bookings.
@NullMarked
package org.meetwright.desktop.bookings;

import org.jspecify.annotations.NullMarked;
