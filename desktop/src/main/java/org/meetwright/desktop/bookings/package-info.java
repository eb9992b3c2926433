/// The screen of all bookings.
@NullMarked
package org.meetwright.desktop.bookings;

import org.jspecify.annotations.NullMarked;
