/// Decides who is mailed about a change of a booking.
@NullMarked
package org.meetwright.core.booking.notice;

import org.jspecify.annotations.NullMarked;
