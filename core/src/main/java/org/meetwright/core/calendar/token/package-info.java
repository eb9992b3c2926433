/// The tokens of calendar accounts that are connected by a consent.
@NullMarked
package org.meetwright.core.calendar.token;

import org.jspecify.annotations.NullMarked;
