/// What would follow if a host saved something: slots that appear and vanish, and bookings that
/// would lie outside.
@NullMarked
package org.meetwright.core.preview;

import org.jspecify.annotations.NullMarked;
