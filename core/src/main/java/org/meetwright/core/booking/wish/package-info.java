/// Wishes to book that wait until their invitees have confirmed their e-mail addresses.
@NullMarked
package org.meetwright.core.booking.wish;

import org.jspecify.annotations.NullMarked;
