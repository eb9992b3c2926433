/// Requests to book (wishes): checking them at the front desk, and keeping those that wait for a
/// confirmed e-mail address.
@NullMarked
package org.meetwright.core.booking.wish;

import org.jspecify.annotations.NullMarked;
