/// A host's room for bookings, with its lists.
@NullMarked
package org.meetwright.server.pages.account.bookings;

import org.jspecify.annotations.NullMarked;
