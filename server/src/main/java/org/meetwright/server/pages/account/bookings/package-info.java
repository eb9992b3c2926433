/// A host's bookings: lists, and one with all that can be done about it.
@NullMarked
package org.meetwright.server.pages.account.bookings;

import org.jspecify.annotations.NullMarked;
