/// The screen of what can be booked with a host.
@NullMarked
package org.meetwright.desktop.eventtypes;

import org.jspecify.annotations.NullMarked;
