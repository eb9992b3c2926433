/// Finds an event type by its address, with or without a booking link.
@NullMarked
package org.meetwright.core.offering;

import org.jspecify.annotations.NullMarked;
