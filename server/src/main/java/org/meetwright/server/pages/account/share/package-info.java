/// The addresses at which a host can be booked.
@NullMarked
package org.meetwright.server.pages.account.share;

import org.jspecify.annotations.NullMarked;
