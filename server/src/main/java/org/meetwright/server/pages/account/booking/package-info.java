/// The page of a booking of the signed-in host, and moving it.
@NullMarked
package org.meetwright.server.pages.account.booking;

import org.jspecify.annotations.NullMarked;
